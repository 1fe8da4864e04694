// What the review needs before anything is written: the account's options, the mapping, who the rep is.
import type { Connections } from '@/lib/connections/connections';
import type { Sessions } from '@/lib/connections/sessions';
import type { FieldDefinition, ReviewOptions } from '@/lib/crm/crm';
import { ProblemError } from '@/lib/problem';
import type { StageMapping } from '@/lib/qualification/mapping';
import type { Person, RecordRef } from '@/lib/qualification/record';
import type { Binding } from './binding';
import type { Mappings } from './mappings';

export type Review = {
  options(
    tab: number,
    ref: RecordRef,
  ): Promise<{ options: ReviewOptions; mapping: StageMapping; person: Person }>;
  fields(tab: number, ref: RecordRef, fields: string[]): Promise<FieldDefinition[]>;
};

type Needs = {
  binding: Binding;
  sessions: Pick<Sessions, 'forReading'>;
  connections: Pick<Connections, 'find'>;
  mappings: Mappings;
};

export function createReview({ binding, sessions, connections, mappings }: Needs): Review {
  return {
    async options(tab, ref) {
      await binding.here(tab, ref);
      const session = await sessions.forReading(ref.crm, ref.account);
      const [options, connection] = await Promise.all([
        session.reviewOptions(ref),
        connections.find(ref.crm, ref.account),
      ]);
      if (!connection) {
        throw new ProblemError({ kind: 'not-connected', message: 'This account was disconnected just now.' });
      }
      const mapping = await mappings.current(ref.crm, ref.account, options.stageFields);
      return { options, mapping, person: connection.person };
    },
    async fields(tab, ref, fields) {
      await binding.here(tab, ref);
      return (await sessions.forReading(ref.crm, ref.account)).fieldDefinitions(ref.object, fields);
    },
  };
}
