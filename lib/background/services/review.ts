// What the review needs before anything is written: the account's options, the mapping, who the rep is.

import type { Connections } from '@/lib/background/connections/connections';
import type { Sessions } from '@/lib/background/connections/sessions';
import type { Crm, FieldDefinition } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { outOfReach, ProblemError } from '@/lib/problem/problem';
import type { Answers } from '@/lib/protocol/messages';
import { mappedForms } from '@/lib/qualification/plan/form';
import type { RecordRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';
import type { Binding } from './binding';
import type { Kept } from './kept';
import type { Mappings } from './mappings';

export type Review = {
  options(tab: number, ref: RecordRef, decision?: string): Promise<Answers['review.options']>;
  fields(tab: number, ref: RecordRef, fields: string[]): Promise<FieldDefinition[]>;
};

type Needs = {
  binding: Binding;
  sessions: Pick<Sessions, 'forReading'>;
  connections: Pick<Connections, 'find'>;
  mappings: Mappings;
  crmById: (id: string) => Crm | null;
  kept: Pick<Kept, 'keepReview' | 'review'>;
};

export function createReview({ binding, sessions, connections, mappings, crmById, kept }: Needs): Review {
  /** As it was when the CRM could last be reached; the problem goes on where there is nothing of the kind. */
  async function before(ref: RecordRef, error: unknown): Promise<Answers['review.options']> {
    if (!(error instanceof ProblemError) || !outOfReach(error.problem)) throw error;
    const [review, connection] = await Promise.all([
      kept.review(ref).catch(reported('services.review', null)),
      connections.find(ref.crm, ref.account),
    ]);
    if (!review || !connection) throw error;
    const { options, mapping } = review;
    return {
      options,
      mapping,
      person: connection.person,
      together: crmById(ref.crm)?.writesTogether ?? false,
    };
  }

  return {
    async options(tab, ref, decision) {
      await binding.here(tab, ref);
      const asked = fresh(ref, decision).then((answer) => {
        void kept.keepReview(ref, answer);
        return answer;
      });
      return asked.catch((error: unknown) => before(ref, error));
    },
    async fields(tab, ref, fields) {
      await binding.here(tab, ref);
      const session = await sessions.forReading(ref.crm, ref.account);
      const [definitions, held] = await Promise.all([
        session.fieldDefinitions(ref, fields),
        // Not known, it is asked for as an empty field, and compared as one before it is written.
        session.stageValues(ref, fields).catch(reported('services.review', {})),
      ]);
      return definitions.map((one) => {
        const value = own(held, one.field);
        return value === undefined ? one : { ...one, value };
      });
    },
  };

  async function fresh(ref: RecordRef, decision?: string): Promise<Answers['review.options']> {
    const session = await sessions.forReading(ref.crm, ref.account);
    const [options, connection] = await Promise.all([
      session.reviewOptions(ref),
      connections.find(ref.crm, ref.account),
    ]);
    if (!connection) {
      throw new ProblemError({ kind: 'not-connected', message: 'This account was disconnected just now.' });
    }
    const mapping = await mappings.current(ref.crm, ref.account, options.stageFields);
    const together = crmById(ref.crm)?.writesTogether ?? false;
    let forms = mappedForms(options.forms ?? [], mapping);
    const asked = forms.find((form) => decision !== undefined && form.stages.includes(decision));
    // Which form a decision has is the mapping's to say, so its questions are asked for by the form.
    if (asked?.pending) {
      const whole = await session.reviewOptions(ref, asked.id);
      forms = mappedForms(whole.forms ?? [], mapping);
    }
    return { options: { ...options, forms }, mapping, person: connection.person, together };
  }
}
