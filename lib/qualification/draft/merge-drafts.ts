// Two windows on one record: what both changed since the draft was last the same in both, put together.

import { own } from '@/lib/util/object';
import type { Draft } from '../answers/draft';
import { later } from './drafting';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The other window's draft with this one's changes over it. `base`: what both began with; null where this one had
 * nothing of it. Of an answer that both changed the later one counts, by its revision; elsewhere, and where there is no
 * base to count from, this window's change does. The playbook is the other's, for carryOver to look at. The revision is
 * the other's where nothing of this window's is left in it, and else higher than both.
 */
export function mergeDrafts(base: Draft | null, theirs: Draft, mine: Draft): Draft {
  const changed = (part: keyof Draft) =>
    !same(mine[part], base?.[part] ?? (part === 'call' ? undefined : null));
  const form = { ...theirs.form };
  for (const [id, values] of Object.entries(mine.form ?? {}))
    form[id] = merged(base?.form?.[id], theirs.form?.[id], values);
  // A task that was taken back is gone from the draft, and must not come back from the other window's.
  const next = same(mine.next ?? null, base?.next ?? null) ? theirs.next : (mine.next ?? null);
  const call = changed('call') ? mine.call : theirs.call;
  const about = changed('about') && mine.about !== undefined ? mine.about : theirs.about;
  // A note goes with its decision.
  const note = changed('noteText') || (changed('decision') && mine.decision !== null);
  const both: Draft = {
    ...theirs,
    answers: merged(base?.answers, theirs.answers, mine.answers, base ? later : undefined),
    decision: changed('decision') ? mine.decision : theirs.decision,
    noteText: note ? mine.noteText : theirs.noteText,
    deal: changed('deal') ? mine.deal : theirs.deal,
    extra: merged(base?.extra, theirs.extra, mine.extra),
    ...(Object.keys(form).length > 0 ? { form } : {}),
    ...(next === undefined ? {} : { next }),
    ...(call === undefined ? {} : { call }),
    ...(about === undefined ? {} : { about }),
  };
  if (same(both, theirs)) return theirs;
  const revision = Math.max(mine.revision, theirs.revision) + 1;
  return { ...both, revision, updatedAt: mine.updatedAt };
}

type Rows<T> = Readonly<Record<string, T>>;

/** Key by key; what one side took away since `base` is gone, unless the other side has changed it. */
function merged<T>(
  base: Rows<T> = {},
  theirs: Rows<T> = {},
  mine: Rows<T> = {},
  both: (theirs: T, mine: T) => T = (_, ours) => ours,
): Record<string, T> {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  return Object.fromEntries(
    [...keys].flatMap((key): [string, T][] => {
      const [was, other, ours] = [own(base, key), own(theirs, key), own(mine, key)];
      const otherChanged = !same(was, other);
      const ownChanged = !same(was, ours);
      const value =
        otherChanged && ownChanged && other !== undefined && ours !== undefined
          ? both(other, ours)
          : ownChanged
            ? (ours ?? (otherChanged ? other : undefined))
            : other;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
