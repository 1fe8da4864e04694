// How an unfinished submission is shown: as its row says, and what it waits for besides. Pure.
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type Entry, problemIn } from './line';
import type { Hold } from './pace';
import { curedBy } from './problems';
import { isOver, stoppedAt } from './records';

/** More than this, and the computer's clock has been set since the row was kept. */
const SET_MS = 2_000;

/** The same with its next time as it is by the clock as it goes now; null in it: in a moment. `due`: epoch ms. */
export function timed(submission: Submission, due: number | null, now: number): Submission {
  const { nextAt, state } = submission;
  if (!nextAt || due === null || state !== 'waiting') return submission;
  if (Math.abs(Date.parse(nextAt) - due) <= SET_MS || (due <= now && Date.parse(nextAt) <= now + SET_MS))
    return submission;
  return { ...submission, nextAt: due <= now ? null : inSeconds(due) };
}

/** So that what counts down by two clocks is not another time at each look. */
const inSeconds = (ms: number): string => new Date(Math.round(ms / 1000) * 1000).toISOString();

/**
 * `ahead`: what has to be over first. `quiet`: until when (epoch ms) one that was taken back may arrive; null: none may.
 * `hold`: what stops all of its account. None is kept in its row: all pass. All times by the computer's clock of now.
 */
export function shown(
  { submission, busy }: Pick<Entry, 'submission' | 'busy'>,
  ahead: Entry | null,
  quiet: number | null,
  hold: Hold | null,
): Submission {
  if (busy || submission.state === 'failed' || isOver(submission)) return submission;
  if (ahead) return stoppedAt(submission, inLine(ahead.submission), null);
  const own = problemIn(submission);
  // Time does not help it: what stops it for a while is not what it waits for.
  if (own && curedBy(own, 0) === 'sign-in') return submission;
  const arrived = quiet === null ? '' : inSeconds(quiet);
  if (arrived > (submission.nextAt ?? '')) return stoppedAt(submission, TAKEN_BACK, arrived);
  if (!hold) return submission;
  const until = Number.isFinite(hold.until) ? inSeconds(hold.until) : null;
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
