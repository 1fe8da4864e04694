// Records on which a write that was taken back may arrive yet: the next one waits until it no longer can.

import type { CrmSession } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { Submission } from '@/lib/qualification/plan/submission';
import { bare } from './bare';
import { type Fences, fenced, fenceOf } from './fence';
import type { Entry } from './line';
import { linesOf } from './records';
import type { SubmissionStore } from './store';

export type Quiet = ReturnType<typeof createQuiet>;

export function createQuiet(fences: Fences, store: Pick<SubmissionStore, 'update'>) {
  const all = new Map<string, { one: Submission; lines: string[] }>();

  function holds({ one }: { one: Submission }): boolean {
    if (fences.left(one) > 0) return true;
    all.delete(one.id);
    fences.forget(one.id);
    // What can't be kept now is found, and passed again, in the next life.
    void store.update(fenced(one, null)).catch(reported('outbox.quiet', undefined));
    return false;
  }

  const of = (lines: readonly string[]) =>
    [...all.values()].filter((kept) => kept.lines.some((line) => lines.includes(line)) && holds(kept));

  /** Takes in one that was taken back, or what has been learnt of it since. Others change nothing. */
  function after(one: Submission): void {
    if (one.state === 'withdrawn' && fenceOf(one)) all.set(one.id, { one, lines: linesOf(one) });
  }

  /** ms until a submission in these lines may go; 0: now. */
  const left = (lines: readonly string[]): number =>
    Math.max(0, ...of(lines).map(({ one }) => fences.left(one)));

  return {
    after,
    left,
    /**
     * Whether what was taken back before it, and may arrive yet, no longer can. The CRM is asked for its clock, with one
     * cheap read, where it is not known to be over: the row keeps what it tells, so that no later life counts anew. May
     * reject with ProblemError.
     */
    async isClear(
      { account, lines }: Pick<Entry, 'account' | 'lines'>,
      session: CrmSession,
    ): Promise<boolean> {
      fences.told(account, session);
      const before = of(lines).map(({ one }) => one);
      if (before.length === 0 || !session.time) return before.length === 0;
      await (session.ping ? session.ping() : session.check());
      fences.told(account, session);
      for (const one of before) {
        const fence = fences.learnt(one);
        if (JSON.stringify(fence) === JSON.stringify(one.fence)) continue;
        const known = fenced(one, fence);
        after(known);
        await store.update(known).catch(reported('outbox.quiet', undefined));
      }
      return left(lines) === 0;
    },
    /** Keeps of these no more than that they may arrive. */
    async strip(these: (one: Submission) => boolean): Promise<void> {
      for (const [id, { one, lines }] of all) {
        if (!these(one)) continue;
        const left = bare(one);
        all.set(id, { one: left, lines });
        await store.update(left);
      }
    },
    /** Its rows are gone. */
    forget: (): void => all.clear(),
    /** Whether any is waited for. */
    any: (): boolean => [...all.values()].some(holds),
  };
}
