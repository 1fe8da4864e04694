// Confirmed decisions on their way to the CRM, as a sidebar may ask for them.
import type { Connections } from '@/lib/connections/connections';
import type { Outbox } from '@/lib/outbox/outbox';
import { ProblemError } from '@/lib/problem';
import type { RecordRef } from '@/lib/qualification/record';
import type { Submission } from '@/lib/qualification/submission';
import type { Binding } from './binding';

export type Submissions = {
  send(tab: number, submission: Submission): Promise<Submission>;
  retry(tab: number, ref: RecordRef, id: string, allow?: readonly string[]): Promise<Submission>;
  last(tab: number, ref: RecordRef): Promise<Submission | null>;
};

type Needs = {
  binding: Binding;
  connections: Pick<Connections, 'find'>;
  outbox: Outbox;
  /** ISO time since when a finished submission still counts as news. */
  sessionStart: () => Promise<string>;
};

export function createSubmissions({ binding, connections, outbox, sessionStart }: Needs): Submissions {
  return {
    async send(tab, submission) {
      const { ref } = submission;
      await binding.here(tab, ref);
      const connection = await connections.find(ref.crm, ref.account);
      // The note names who decided; that is the person of the connection, and no one else can be put there.
      if (connection && connection.person.id !== submission.by.id) {
        throw new ProblemError({
          kind: 'invalid',
          message: `Stagecheck now writes as ${connection.person.name}. Nothing was written. Review the record again.`,
        });
      }
      return outbox.send(submission);
    },
    async retry(tab, ref, id, allow) {
      await binding.here(tab, ref);
      return outbox.retry(ref, id, allow);
    },
    async last(tab, ref) {
      await binding.here(tab, ref);
      return outbox.last(ref, await sessionStart());
    },
  };
}
