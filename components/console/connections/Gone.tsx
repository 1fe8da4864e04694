// Says that an account was disconnected, and what of its sign-in is left at the CRM.
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { Connection } from '@/lib/protocol/messages';
import { RevokeKey } from './RevokeKey';

type Props = { connection: Connection; notEnded: Problem | null };

export function Gone({ connection, notEnded }: Props) {
  const { crmName, accountName, way } = connection;
  const words: Partial<Record<Connection['way'], string>> = {
    oauth: `Its sign-in was removed from this browser and ended in ${crmName}.`,
    session: `Stagecheck no longer uses your sign-in; you stay signed in to ${crmName} in this browser.`,
  };
  if (!notEnded) {
    return (
      <Notice tone="done" title={`${accountName} is disconnected`}>
        {way === 'key' ? <RevokeKey crmName={crmName} accountName={accountName} /> : <p>{words[way]}</p>}
      </Notice>
    );
  }
  return (
    <Notice tone="care" title={`${accountName} is disconnected here`}>
      <p>
        Its sign-in was removed from this browser, but {crmName} could not be told to end it:{' '}
        {problemWords(notEnded, crmName).title}.
      </p>
      <p>To end it there too, take Stagecheck’s access away in your own settings of {crmName}.</p>
    </Notice>
  );
}
