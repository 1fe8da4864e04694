// Says that someone else has signed in to an account: whom Stagecheck writes as now, and what the one before left.
import { Notice } from '@/components/ui/Notice';
import type { Connection } from '@/lib/protocol/messages';
import type { Person } from '@/lib/record/record';

export function OtherUser({ former, connection }: { former: Person; connection: Connection }) {
  const { person, crmName } = connection;
  const before = former.name || former.email;
  return (
    <Notice tone="care" title={`Stagecheck now writes as ${person.name || person.email}`}>
      <p>
        What {before} confirmed and {crmName} does not have yet is held. It goes on by itself when {before}{' '}
        signs in here again.
      </p>
    </Notice>
  );
}
