// The next question of the default playbook once the next stage is settled, written by hand.
import type { Truth } from '../../../lib/playbook/answer.ts';
import type { Read } from './by-hand.ts';

const IN_ORDER = ['twoWay', 'fitsMarket', 'hasProblem', 'interest', 'explore'] as const;
type Asked = (typeof IN_ORDER)[number];
type Wanted = readonly (readonly [Asked, 'yes' | 'no'])[];

/** Every way in which "nurture" becomes yes or no. */
const NURTURE: readonly Wanted[] = [
  [
    ['fitsMarket', 'yes'],
    ['twoWay', 'no'],
  ],
  [
    ['fitsMarket', 'yes'],
    ['hasProblem', 'yes'],
    ['interest', 'no'],
  ],
  [
    ['fitsMarket', 'yes'],
    ['hasProblem', 'yes'],
    ['explore', 'no'],
  ],
  [['fitsMarket', 'no']],
  [
    ['twoWay', 'yes'],
    ['hasProblem', 'no'],
  ],
  [
    ['twoWay', 'yes'],
    ['interest', 'yes'],
    ['explore', 'yes'],
  ],
];

/** Of the ways that need the fewest answers, the question that most of them share. */
function toSettleNurture(one: Read): string | null {
  let fewest = Number.POSITIVE_INFINITY;
  const count = [0, 0, 0, 0, 0];
  for (const way of NURTURE) {
    let open = 0;
    let possible = true;
    for (const [id, wanted] of way) {
      if (one[id] === 'unknown') open++;
      else if (one[id] !== wanted) possible = false;
    }
    // With both of them no, the second way and the third are the same.
    if (way === NURTURE[2] && one.interest === 'no' && one.explore === 'no') possible = false;
    if (!possible || open > fewest) continue;
    if (open < fewest) count.fill(0);
    fewest = open;
    for (const [id] of way) {
      const at = IN_ORDER.indexOf(id);
      if (one[id] === 'unknown') count[at] = (count[at] ?? 0) + 1;
    }
  }
  const most = Math.max(...count);
  return most === 0 ? null : (IN_ORDER[count.indexOf(most)] ?? null);
}

const firstOpen = (one: Read, ids: readonly (keyof Read)[]): string | null =>
  ids.find((id) => one[id] === 'unknown') ?? null;

/** What is worth asking when no answer can change the next stage any more. */
export function nextByHand(
  one: Read,
  settled: { disqualified: Truth; nurture: Truth; dream: Truth },
): string | null {
  const { disqualified, nurture, dream } = settled;
  if (disqualified === 'unknown')
    return firstOpen(one, ['fitsMarket', 'hasProblem', 'couldUse', 'fit', 'perceivesValue']);
  if (nurture === 'unknown') return toSettleNurture(one);
  if (dream === 'unknown')
    return firstOpen(one, ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'massiveValue', 'decides']);
  const part = firstOpen(one, ['budget', 'decides', 'hasProblem', 'demand']);
  if (part !== null) return part;
  if (one.leadType === null) return 'leadType';
  if (one.source === null) return 'source';
  return one.position === null ? 'position' : null;
}
