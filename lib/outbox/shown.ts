// How an unfinished submission is shown: as its row says, and what it waits for besides. Pure.
import type { Problem } from '@/lib/problem';
import type { Submission } from '@/lib/qualification/submission';
import { type Entry, problemIn } from './line';
import type { Hold } from './pace';
import { curedBy } from './problems';
import { isOver, standsAt, withStep } from './records';

/** `ahead`: what has to be over first. `hold`: what stops all of its account. Neither is kept in its row: both pass. */
export function shown({ submission, busy }: Entry, ahead: Entry | null, hold: Hold | null): Submission {
  if (busy || submission.state === 'failed' || isOver(submission)) return submission;
  if (ahead) return stoppedBy(submission, inLine(ahead.submission), null);
  const own = problemIn(submission);
  // Time does not help it: what stops the account for a while is not what it waits for.
  if (!hold || (own && curedBy(own, 0) === 'sign-in')) return submission;
  const until = Number.isFinite(hold.until) ? new Date(hold.until).toISOString() : null;
  const later = until === null || (submission.nextAt ?? '') < until;
  return own && !later ? submission : stoppedBy(submission, hold.problem, until);
}

function stoppedBy(submission: Submission, problem: Problem, nextAt: string | null): Submission {
  const step = standsAt(submission);
  const waiting: Submission = { ...submission, state: 'waiting', nextAt };
  return step ? withStep(waiting, step.id, { problem }) : waiting;
}

const inLine = ({ state }: Submission): Problem => ({
  kind: 'in-line',
  message:
    state === 'failed'
      ? 'An earlier decision on this record was not written, and comes first.'
      : 'An earlier decision on this record waits to be written, and comes first.',
});
