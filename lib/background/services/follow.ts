// Takes a tab on to the record that a written submission led to: after a conversion, the contact or the opportunity.
import type { SubmissionStore } from '@/lib/background/outbox/store';
import { ProblemError } from '@/lib/problem/problem';
import { type Place, type RecordRef, sameRef } from '@/lib/record/record';
import type { Binding } from './binding';

/** Rejects with 'not-here' for another tab's record, 'unexpected' where the submission leads nowhere that is known for sure. */
export type Follow = (tab: number, ref: RecordRef, submission: string) => Promise<void>;

type Needs = {
  binding: Pick<Binding, 'here'>;
  submissions: Pick<SubmissionStore, 'get'>;
  /** Which record a URL shows; null where it is no page of a CRM. */
  locate: (url: string) => Place | null;
  goTo: (tab: number, url: string) => Promise<unknown>;
};

export function createFollow({ binding, submissions, locate, goTo }: Needs): Follow {
  return async (tab, ref, id) => {
    await binding.here(tab, ref);
    const submission = await submissions.get(id);
    const own = submission && sameRef(submission.ref, ref) ? submission.steps : [];
    const next = own.flatMap((step) => (step.state === 'done' && step.result?.next) || []).at(-1);
    // The address comes from what the CRM answered; it is followed only where it shows that very record.
    const place = next && locate(next.url);
    if (
      !next ||
      !place ||
      place.role === 'none' ||
      !sameRef(place.ref, next.ref) ||
      !sameAccount(next.ref, ref)
    ) {
      throw new ProblemError({
        kind: 'unexpected',
        message: 'Stagecheck does not know which record this one went on to.',
      });
    }
    await goTo(tab, next.url);
  };
}

function sameAccount(a: RecordRef, b: RecordRef): boolean {
  return a.crm === b.crm && a.account === b.account;
}
