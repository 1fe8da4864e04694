// How long a call whose answer was lost may still act: counted in this worker's life, or told by two clocks that agree.
import type { CrmSession, CrmTime } from '@/lib/crm/shared/crm';
import type { Fence, Step, Submission } from '@/lib/qualification/plan/submission';
import { quietOf } from './backoff';
import { accountOf } from './records';

/** Clocks of a CRM's servers may differ by so much; and what is told in whole seconds may be one later. */
const SKEW_MS = 5_000;
const GRAIN_MS = 1_000;

export const maySend = ({ steps }: Submission): boolean => steps.every(({ state }) => state !== 'trying');

/** What holds back whoever would repeat it, or go before it; null where nothing of it can arrive any more. */
export function fenceOf(submission: Submission): Fence | null {
  if (maySend(submission)) return null;
  if (submission.fence) return submission.fence;
  // Rows of versions that kept none. What was taken back has lost its fence when that had passed.
  return submission.state === 'withdrawn'
    ? null
    : unknown(submission.steps.filter(({ state }) => state === 'trying'));
}

/** Nobody knows when the call of one of these steps went out. */
export function unknown(steps: readonly Step[]): Fence {
  return { ms: Math.max(...steps.map(({ write }) => quietOf(write))), until: null };
}

/** The submission with its fence, where it has something that may arrive yet; without one where it hasn't. */
export function fenced({ fence: _, ...submission }: Submission, fence: Fence | null): Submission {
  return fence && !maySend(submission) ? { ...submission, fence } : submission;
}

/** As a row may hold it; null for what no clock means: a year of five digits. */
const iso = (ms: number): string | null => (ms < 253_402_300_800_000 ? new Date(ms).toISOString() : null);

/**
 * When a fence is over by one clock, kept so that later lives need not count anew: the earlier of what is kept and what it
 * would be from now on. Later than that, the clock was set back, or had been ahead when it was asked first.
 */
const soonest = (kept: string | null | undefined, fromNow: number): string | null =>
  kept && Date.parse(kept) <= fromNow ? kept : iso(fromNow);

export type Fences = ReturnType<typeof createFences>;

/** `elapsed`: ms since some moment, moved by no change of the computer's clock. `wall`: that clock, epoch ms. */
export function createFences(elapsed: () => number, wall: () => number) {
  /** From when on each is counted in this life, by the submission's id. */
  const counted = new Map<string, number>();
  /** What each account's CRM has told of its clock, and when; null: it was asked, and tells none. */
  const clocks = new Map<string, { at: number; heard: number } | null>();

  /** What the CRM's clock says now, or rather more. */
  function crmNow(account: string): number | null {
    const clock = clocks.get(account);
    return clock ? clock.at + elapsed() - clock.heard : null;
  }

  /**
   * What is left by the CRM's clock and this computer's together: the longer of both, for each may be wrong. One server
   * of the CRM's may be an hour ahead, and anybody may set a computer's clock; that both are wrong in the same way is no
   * matter of one mistake.
   */
  function agreed({ until, wall: here }: Fence, now: number | null): number {
    if (until === null || !here || now === null) return Number.POSITIVE_INFINITY;
    return Math.max(Date.parse(until) - now, Date.parse(here) - wall());
  }

  /** ms until nothing of it can arrive any more; 0: nothing can. Counted from here where this life has not met it before. */
  function left(submission: Submission): number {
    const fence = fenceOf(submission);
    if (!fence) return 0;
    const from = counted.get(submission.id) ?? elapsed();
    counted.set(submission.id, from);
    const here = from + fence.ms - elapsed();
    return Math.max(0, Math.min(here, agreed(fence, crmNow(accountOf(submission)))));
  }

  return {
    left,
    /** Its call is about to go out, or its answer has just been lost: from here on it is counted anew. */
    begin(id: string): void {
      counted.set(id, elapsed());
    },
    forget(id: string): void {
      counted.delete(id);
    },
    /** Takes in what a session knows of its CRM's clock. */
    told(account: string, session: Pick<CrmSession, 'time'>): void {
      const time: CrmTime | null = session.time?.() ?? null;
      clocks.set(account, time && { at: time.at, heard: elapsed() - time.agoMs });
    },
    /** Whether this account's CRM has been asked for its clock in this life. */
    knows: (account: string): boolean => clocks.has(account),
    /**
     * Its fence, with its end by both clocks where the CRM's has been told since the call was lost: nothing of it arrives
     * after that.
     */
    learnt(submission: Submission): Fence | null {
      const fence = fenceOf(submission);
      const clock = clocks.get(accountOf(submission));
      const from = counted.get(submission.id) ?? elapsed();
      counted.set(submission.id, from);
      if (!fence || !clock || clock.heard < from) return fence;
      const until = soonest(fence.until, clock.at + GRAIN_MS + SKEW_MS + fence.ms);
      return { ...fence, until, wall: soonest(fence.wall, wall() + fence.ms) };
    },
  };
}
