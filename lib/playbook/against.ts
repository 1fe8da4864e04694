// Which known answers keep a rule from being yes.
import type { Known } from './known';
import { truthOf } from './logic';
import { group, isAtom, isNot } from './rules';
import type { Rule } from './schema';

/**
 * The fewest answers (a good guess, then made irreducible) that make the rule `is`, which it must be already.
 * Parts that are alternatives count together; of parts where a few are enough, the simplest are named.
 */
function blame(rule: Rule, is: 'yes' | 'no', known: Known): Set<string> {
  if (isAtom(rule)) return new Set([rule.criterion]);
  if (isNot(rule)) return blame(rule.not, is === 'yes' ? 'no' : 'yes', known);
  const { need, of } = group(rule);
  const count = is === 'yes' ? need : of.length - need + 1;
  if (count <= 0) return new Set();
  const settled = of.filter((part) => truthOf(part, known) === is).map((part) => blame(part, is, known));
  settled.sort((a, b) => a.size - b.size);
  return new Set(settled.slice(0, count).flatMap((set) => [...set]));
}

function irreducible(rule: Rule, from: ReadonlySet<string>, known: Known): string[] {
  const kept = new Map([...known].filter(([id]) => from.has(id)));
  for (const [id, value] of [...kept]) {
    kept.delete(id);
    if (truthOf(rule, kept) !== 'no') kept.set(id, value);
  }
  return [...kept.keys()];
}

/**
 * The criteria whose answers stand in the way of a rule that is no; empty for any other. Of requirements that must all
 * hold, each one that fails is named; and for each, no fewer answers than those named would have made it fail.
 */
export function against(rule: Rule, known: Known): string[] {
  if (truthOf(rule, known) !== 'no') return [];
  if ('all' in rule) return [...new Set(rule.all.flatMap((part) => against(part, known)))];
  return irreducible(rule, blame(rule, 'no', known), known);
}
