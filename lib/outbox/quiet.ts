// Records on which a write that was taken back may arrive yet: the next one waits until it no longer can.
import type { Submission } from '@/lib/qualification/submission';
import { type Fences, fenceOf } from './fence';
import { linesOf } from './records';

export type Quiet = ReturnType<typeof createQuiet>;

/** `over`: nothing of this one can arrive any more. */
export function createQuiet(fences: Pick<Fences, 'left' | 'forget'>, over: (one: Submission) => void) {
  const all = new Map<string, { one: Submission; lines: string[] }>();

  function holds({ one }: { one: Submission }): boolean {
    if (fences.left(one) > 0) return true;
    all.delete(one.id);
    fences.forget(one.id);
    over(one);
    return false;
  }

  const of = (lines: readonly string[]) =>
    [...all.values()].filter((kept) => kept.lines.some((line) => lines.includes(line)) && holds(kept));

  return {
    /** Takes in one that was taken back, or what has been learnt of it since. Others change nothing. */
    after(one: Submission): void {
      if (one.state === 'withdrawn' && fenceOf(one)) all.set(one.id, { one, lines: linesOf(one) });
    },
    /** ms until a submission in these lines may go; 0: now. */
    left: (lines: readonly string[]): number => Math.max(0, ...of(lines).map(({ one }) => fences.left(one))),
    /** Those that it waits for. */
    before: (lines: readonly string[]): Submission[] => of(lines).map(({ one }) => one),
    /** Whether any is waited for. */
    any: (): boolean => [...all.values()].some(holds),
  };
}
