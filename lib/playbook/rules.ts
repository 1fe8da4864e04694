// The shape of a rule, for those who walk it: every group is "at least n of these".
import type { AnswerValue } from './answer';
import type { Atom, Rule } from './schema';

export function isAtom(rule: Rule): rule is Atom {
  return 'criterion' in rule;
}

export function isNot(rule: Rule): rule is { not: Rule } {
  return 'not' in rule;
}

export function isUnless(rule: Rule): rule is { unless: Rule } {
  return 'unless' in rule;
}

/** The values that a test names: what divides the answers to its criterion. */
export function valuesOf(atom: Atom): readonly AnswerValue[] {
  if ('is' in atom) return [atom.is];
  if ('oneOf' in atom) return atom.oneOf;
  if ('before' in atom) return [atom.before];
  if ('after' in atom) return [atom.after];
  if ('atLeast' in atom) return [atom.atLeast];
  return 'atMost' in atom ? [atom.atMost] : atom.between;
}

/** `all` is at least every one, `any` at least one. So that the logic knows one kind of group, not three. */
export function group(rule: Exclude<Rule, Atom | { not: Rule } | { unless: Rule }>): {
  need: number;
  of: readonly Rule[];
} {
  if ('all' in rule) return { need: rule.all.length, of: rule.all };
  if ('any' in rule) return { need: 1, of: rule.any };
  return { need: rule.atLeast, of: rule.of };
}

/** The rules directly inside this one. */
export function inside(rule: Rule): readonly Rule[] {
  if (isAtom(rule)) return [];
  if (isNot(rule)) return [rule.not];
  return isUnless(rule) ? [rule.unless] : group(rule).of;
}

/** Whether something in this rule holds only as long as nothing is known against it. */
export function presumes(rule: Rule): boolean {
  return isUnless(rule) || inside(rule).some(presumes);
}

/** The same rule with nothing presumed: what an `unless` waits for has to be known not to hold. */
export function strict(rule: Rule): Rule {
  if (!presumes(rule)) return rule;
  if (isUnless(rule)) return { not: rule.unless };
  if (isAtom(rule)) return rule;
  if (isNot(rule)) return { not: strict(rule.not) };
  if ('all' in rule) return { all: rule.all.map(strict) };
  return 'any' in rule ? { any: rule.any.map(strict) } : { ...rule, of: rule.of.map(strict) };
}

/** Every test on a criterion in this rule, in reading order. */
export function atomsOf(rule: Rule): Atom[] {
  return isAtom(rule) ? [rule] : inside(rule).flatMap(atomsOf);
}

/** The criteria this rule speaks of, each once, in reading order. */
export function criteriaOf(rule: Rule): string[] {
  return [...new Set(atomsOf(rule).map((atom) => atom.criterion))];
}

/** How deep groups and negations are nested; a single test has depth 1. */
export function depthOf(rule: Rule): number {
  return 1 + Math.max(0, ...inside(rule).map(depthOf));
}

/** How many tests, groups and negations a rule holds. */
export function sizeOf(rule: Rule): number {
  return inside(rule).reduce((sum, part) => sum + sizeOf(part), 1);
}
