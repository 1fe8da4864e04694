// Brings a confirmed submission to the outbox, and finds out what became of it where no answer came: kept, refused, or not known.
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Backend } from './backend';

/** How often a submission is brought before the rep is told: what the outbox holds may change between two questions. */
const ROUNDS = 3;

/** A refusal of this kind says nothing of what was brought. */
const PASSING: readonly Problem['kind'][] = ['unexpected', 'in-use', 'storage'];

/**
 * `kept`: what the outbox holds under the id now, which may be over; null: nothing; undefined: it could not be asked.
 * `problem`: why the one that was brought isn't there; null: it is, or what was there before is over. `refused`: the
 * background has looked at it and said no, so it is not on its way.
 */
export type Brought = {
  kept: Submission | null | undefined;
  problem: Problem | null;
  refused: boolean;
};

/**
 * Hands over `submission`, once, whatever is lost on the way: under its id the outbox makes nothing twice. `edits`: it
 * may be there already in an earlier wording, in whose place this one goes.
 */
export async function bring(backend: Backend, submission: Submission, edits: boolean): Promise<Brought> {
  const { ref, id } = submission;
  let replaces = edits;
  let last: Brought = { kept: undefined, problem: null, refused: false };
  for (let round = 0; round < ROUNDS; round += 1) {
    const reply = replaces
      ? await backend.send('submission.replace', { ref, id, submission })
      : await backend.send('submission.send', { submission });
    if (reply.ok && arrived(reply.value, submission))
      return { kept: reply.value, problem: null, refused: false };
    if (reply.ok) {
      // An earlier wording got there after all.
      replaces = true;
      continue;
    }
    const { problem } = reply;
    const asked = await backend.send('submission.get', { ref, id });
    if (!asked.ok) return { kept: undefined, problem, refused: false };
    const kept = asked.value;
    if (kept && arrived(kept, submission)) return { kept, problem: null, refused: false };
    // Being written just now, or a full disk: it may be taken a moment later, so it is still in hand.
    last = { kept, problem, refused: kept !== null && !PASSING.includes(problem.kind) };
    const again = kept === null ? replaces && problem.kind === 'gone' : !replaces;
    if (!again) return last;
    replaces = kept !== null;
  }
  return last;
}

/** It is there in these words, or nothing more comes of what is. */
const arrived = (kept: Submission, submission: Submission): boolean =>
  isOver(kept) || isSame(kept, submission);

/** The same confirmation: a submission and its edit share the id. */
export const isSame = (kept: Submission, submission: Submission): boolean =>
  kept.id === submission.id && kept.at === submission.at && kept.draft === submission.draft;

/** Nothing comes of it any more. */
export const isOver = ({ state }: Submission): boolean => state === 'written' || state === 'withdrawn';

/** Written before the rep's change of it got there: none of the change is in it. */
export const tooLate = (submission: Submission): Submission => ({
  ...submission,
  late: submission.steps.map(({ id }) => id),
});
