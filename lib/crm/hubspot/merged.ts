// A contact that was merged away goes on answering with the one that was kept, which the rep has not seen.
import type { ProblemError } from '../../problem';
import type { RecordRef } from '../../qualification/record';
import type { Submission } from '../../qualification/submission';
import { problem } from './problems';

const WORDS = { fields: 'the fields', deal: 'the deal', task: 'the task', note: 'the note' } as const;

/** `into`: the id that HubSpot answers with. */
export const mergedInto = (into: string, standing?: string): ProblemError =>
  problem('merged', 'The record was merged into another one.', {
    mergedInto: into,
    ...(standing === undefined ? {} : { standing }),
  });

/** What of a submission was written before; undefined for nothing. */
function writtenBefore({ steps }: Submission): string | undefined {
  const done = steps.flatMap(({ state, write: { kind } }) =>
    state === 'done' && kind !== 'form' && kind !== 'together' ? [WORDS[kind]] : [],
  );
  return done.length === 0 ? undefined : `Already written, before the merge: ${done.join(', ')}`;
}

/**
 * Rejects with merged where `contact`, as HubSpot answers, is not the one that the rep decided on. Whatever was tried
 * before: sent again it would reach someone else's record, as little reviewed as the first time.
 */
export function holdUnmerged(submission: Submission, contact: string): void {
  if (contact !== submission.ref.id) throw mergedInto(contact, writtenBefore(submission));
}

/**
 * Rejects with merged where HubSpot carried a change out on another record than was asked for: it was merged in that
 * very moment. `did`: what it did there, as a verb and the fields' names.
 */
export function holdChanged(asked: RecordRef, answered: { id: string }, did: string): void {
  if (answered.id === asked.id) return;
  throw mergedInto(answered.id, `HubSpot ${did} on the record that was kept (${answered.id}): look there`);
}
