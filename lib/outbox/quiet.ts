// Records on which a write that was taken back may arrive yet: the next one waits until it no longer can.
import type { Submission } from '@/lib/qualification/submission';
import { DEATH_QUIET_MS, QUIET_MS } from './backoff';
import { linesOf } from './records';

export type Quiet = ReturnType<typeof createQuiet>;

/**
 * Until when (epoch ms) what may have been sent of it is only looked up, for it may arrive yet; 0: nothing was sent. A
 * row that is found being written was left by a worker that died, and what that sent last nobody has written down: the
 * call may have gone out a moment ago, however long ago its step began.
 */
export function lookedUpUntil({ state, steps, nextAt }: Submission, now: Date): number {
  if (!steps.some((step) => step.state === 'trying')) return 0;
  return Math.max(Date.parse(nextAt ?? '') || 0, state === 'writing' ? now.getTime() + QUIET_MS : 0);
}

/**
 * Until when (ISO) a submission that is taken back now may still arrive, where its answer was lost; null where it
 * can't. The time of its next try may be further off than that: tries wait longer and longer, a lost write does not.
 */
export function arrivesUntil(submission: Submission, now: Date): string | null {
  const until = Math.min(lookedUpUntil(submission, now), now.getTime() + DEATH_QUIET_MS);
  return until > now.getTime() ? new Date(until).toISOString() : null;
}

/** `now` in epoch ms. */
export function createQuiet(now: () => number) {
  const records = new Map<string, number>();

  /** Held to what it can have meant, for a clock that was put back must make nobody wait. */
  function of(key: string): number {
    const until = Math.min(records.get(key) ?? 0, now() + DEATH_QUIET_MS);
    if (until > now()) records.set(key, until);
    else records.delete(key);
    return until;
  }

  return {
    /** Of one that was taken back: `nextAt` is until when it may arrive. Others change nothing. */
    after(submission: Submission): void {
      const until = Date.parse(submission.nextAt ?? '');
      if (submission.state !== 'withdrawn' || Number.isNaN(until)) return;
      for (const key of linesOf(submission)) records.set(key, Math.max(until, of(key)));
    },
    /** Epoch ms from which on a submission in these lines may go; null: now. */
    until(lines: readonly string[]): number | null {
      const latest = Math.max(0, ...lines.map(of));
      return latest > now() ? latest : null;
    },
  };
}
