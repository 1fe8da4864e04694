// Pure: what is known of a record plus what the rep said gives the answers, and the verdict.
import type { Compiled } from '@/lib/playbook';
import { evaluate, explainVerdict, presumedWords } from '@/lib/playbook';
import type { Verdict } from '@/lib/playbook/verdict';
import { type Answered, answered, plainAnswers } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Snapshot } from '@/lib/record/snapshot';

/** The verdict's next question is never one that the rep has already heard "don't know" to. */
export type Derived = {
  answered: Record<string, Answered>;
  verdict: Verdict;
  /** The verdict in one sentence, without a full stop. */
  sentence: string;
  /** What the stage rests on that nobody has said, in a sentence; '' where it rests on nothing of the kind. */
  presumed: string;
};

export type Derive = (compiled: Compiled, snapshot: Snapshot | null, draft: Draft | null) => Derived;

/** One evaluation of one playbook. */
export const deriveOne =
  (now: () => Date): Derive =>
  (compiled, snapshot, draft) => {
    const all = answered(compiled.playbook, snapshot, draft, now());
    const asked = Object.values(all).filter((one) => one.asked && one.value === null);
    const skip = new Set(asked.map((one) => one.criterion));
    const plain = plainAnswers(all);
    const verdict = evaluate(compiled, plain, { skip });
    return {
      answered: all,
      verdict,
      sentence: explainVerdict(compiled, verdict, plain),
      presumed: presumedWords(compiled.playbook, verdict.stage, plain),
    };
  };

/** Remembers the last few results by identity, so that a repaint costs nothing and a key press one evaluation. */
export function createDerive(now: () => Date): Derive {
  const one = deriveOne(now);
  let kept: { compiled: Compiled; snapshot: Snapshot | null; draft: Draft | null; derived: Derived }[] = [];
  return (compiled, snapshot, draft) => {
    const hit = kept.find(
      (hit) => hit.compiled === compiled && hit.snapshot === snapshot && hit.draft === draft,
    );
    if (hit) return hit.derived;
    const derived = one(compiled, snapshot, draft);
    kept = [{ compiled, snapshot, draft, derived }, ...kept].slice(0, 4);
    return derived;
  };
}
