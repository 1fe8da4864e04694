// Pure: what a key changes in the draft on its way to the review, and how Esc gives it back.
import { clearAnswer } from '@/lib/qualification';
import type { Draft, NextStep } from '@/lib/qualification/answers/draft';
import { own } from '@/lib/util/object';
import type { Left, Sheet } from './state';

/** What is given back later. Nothing has been drafted nor put in yet. */
export const remembered = ({ decision, next }: Draft): Left => ({ decision, next, drafted: null, put: null });

/** The draft without what the key did. Its decision is decided anew before, for a note goes with its decision. */
export function givenBack(draft: Draft, left: Left): Draft {
  const { next: _, ...rest } = withoutPut(draft, left);
  return left.next === undefined ? rest : { ...rest, next: left.next };
}

/** The draft without the "don't know" that a key put in, unless it was answered since. */
export function withoutPut(draft: Draft, { put }: Pick<Left, 'put'>): Draft {
  return put !== null && own(draft.answers, put.criterion) === put.answer
    ? clearAnswer(draft, put.criterion)
    : draft;
}

/** The tasks to keep for their keys, with the one in hand where the rep has changed it: one of each kind. */
export function shelf({ draft, left, shelved }: Sheet): NextStep[] {
  const next = draft?.next ?? null;
  if (next === null || !left?.drafted || JSON.stringify(next) === JSON.stringify(left.drafted))
    return shelved;
  return [next, ...shelved.filter(({ kind }) => kind !== next.kind)];
}
