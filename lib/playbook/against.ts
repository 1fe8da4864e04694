// Why a settled rule is what it is: which known answers make it so.
import type { Known } from './known';
import { truthOf } from './logic';
import { group, isAtom, isNot, isUnless } from './rules';
import type { Rule } from './schema';

/** Few answers that make the rule `is`, which it must be already: of parts where some are enough, the simplest. */
function few(rule: Rule, is: 'yes' | 'no', known: Known): Set<string> {
  if (isAtom(rule)) return new Set([rule.criterion]);
  if (isNot(rule)) return few(rule.not, is === 'yes' ? 'no' : 'yes', known);
  // It holds without any answer as long as nothing is known against it.
  if (isUnless(rule)) return is === 'yes' ? new Set() : few(rule.unless, 'yes', known);
  const { need, of } = group(rule);
  const count = is === 'yes' ? need : of.length - need + 1;
  if (count <= 0) return new Set();
  const parts = of.filter((part) => truthOf(part, known) === is).map((part) => few(part, is, known));
  parts.sort((a, b) => a.size - b.size);
  return new Set(parts.slice(0, count).flatMap((set) => [...set]));
}

/**
 * Criteria whose answers alone already make the rule yes or no, as it is now; none of them can be left out.
 * Empty when the rule is unknown, and when it is settled whatever anyone answers.
 */
export function grounds(rule: Rule, known: Known): string[] {
  const is = truthOf(rule, known);
  if (is === 'unknown') return [];
  const from = few(rule, is, known);
  const kept = new Map([...known].filter(([id]) => from.has(id)));
  for (const [id, value] of [...kept]) {
    kept.delete(id);
    if (truthOf(rule, kept) !== is) kept.set(id, value);
  }
  return [...kept.keys()];
}

/**
 * The criteria whose answers stand in the way of a rule that is no; empty for any other. Of requirements that must all
 * hold, each one that fails is named, with answers that are enough to make it fail and no more.
 */
export function against(rule: Rule, known: Known): string[] {
  if (truthOf(rule, known) !== 'no') return [];
  if ('all' in rule) return [...new Set(rule.all.flatMap((part) => against(part, known)))];
  return grounds(rule, known);
}
