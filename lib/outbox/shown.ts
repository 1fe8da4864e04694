// How an unfinished submission is shown: as its row says, and what it waits for besides. Pure.
import type { Problem } from '@/lib/problem';
import type { Submission } from '@/lib/qualification/submission';
import { type Entry, problemIn } from './line';
import type { Hold } from './pace';
import { curedBy } from './problems';
import { isOver, stoppedAt } from './records';

/**
 * `ahead`: what has to be over first. `quiet`: until when (epoch ms) one that was taken back may arrive. `hold`: what
 * stops all of its account. None is kept in its row: all pass.
 */
export function shown(
  { submission, busy }: Entry,
  ahead: Entry | null,
  quiet: number | null,
  hold: Hold | null,
): Submission {
  if (busy || submission.state === 'failed' || isOver(submission)) return submission;
  if (ahead) return stoppedAt(submission, inLine(ahead.submission), null);
  const own = problemIn(submission);
  // Time does not help it: what stops it for a while is not what it waits for.
  if (own && curedBy(own, 0) === 'sign-in') return submission;
  const arrived = quiet === null ? '' : new Date(quiet).toISOString();
  if (arrived > (submission.nextAt ?? '')) return stoppedAt(submission, TAKEN_BACK, arrived);
  if (!hold) return submission;
  const until = Number.isFinite(hold.until) ? new Date(hold.until).toISOString() : null;
  const later = until === null || (submission.nextAt ?? '') < until;
  return own && !later ? submission : stoppedAt(submission, hold.problem, until);
}

const TAKEN_BACK: Problem = {
  kind: 'in-line',
  message:
    'An earlier decision on this record was taken back while it was being written, and may still arrive.',
  takenBack: true,
};

const inLine = ({ state }: Submission): Problem => ({
  kind: 'in-line',
  message:
    state === 'failed'
      ? 'An earlier decision on this record was not written, and comes first.'
      : 'An earlier decision on this record waits to be written, and comes first.',
});
