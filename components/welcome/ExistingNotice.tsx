// Tells a rep who is connected already so, before a second account is added.
import type { Send } from '@/components/shared/send';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Connection } from '@/lib/protocol/messages';

export function ExistingNotice({ existing, send }: { existing: Connection[]; send: Send }) {
  const open = () => void send('page.open', { page: 'console', section: 'connections' });
  return (
    <Notice title="Connected already" actions={<Button onClick={open}>Open the settings</Button>}>
      {existing.map((connection) => (
        <p key={`${connection.crm}/${connection.account}`}>
          {connection.accountName}, as {connection.person.name || connection.person.email}
        </p>
      ))}
      <p>Go on below to connect another account, or to sign in to one anew.</p>
    </Notice>
  );
}
