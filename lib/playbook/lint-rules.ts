// Whether the rules refer to what exists, fit its kind, stay readable, and can hold at all.
import { orderOf } from './criteria-index';
import { everyRule } from './every-rule';
import type { Report } from './finding';
import { fits, isDay } from './known';
import { truthOf } from './logic';
import { YES } from './program';
import { atomsOf, depthOf, group, inside, isAtom, isNot, isUnless, presumes, sizeOf } from './rules';
import type { Atom, Criterion, Playbook, Rule } from './schema';
import { findBoxes, planOf } from './search';

/** Comparisons with which a rule is looked through for a way to hold; where they are not enough, nothing is said. */
const REACH = 1_000;

const DEPTH = 8;
const SIZE = 300;

/** What is wrong with a test on a criterion of this kind; null when nothing is. */
function atomProblem(atom: Atom, criterion: Criterion): string | null {
  const { kind } = criterion;
  const wants = (test: string, ...kinds: Criterion['kind'][]): string | null =>
    kinds.includes(kind) ? null : `"${test}" can't be put to a criterion of kind "${kind}"`;
  if ('is' in atom || 'oneOf' in atom) {
    const odd = ('is' in atom ? [atom.is] : atom.oneOf).find((value) => !fits(criterion, value));
    return odd === undefined ? null : `${JSON.stringify(odd)} is no possible answer`;
  }
  if ('before' in atom || 'after' in atom) {
    const [test, day] = 'before' in atom ? ['before', atom.before] : ['after', atom.after];
    return wants(test, 'date') ?? (isDay(day) ? null : `${day} is no day of the calendar`);
  }
  if ('between' in atom) {
    const [low, high] = atom.between;
    return wants('between', 'number') ?? (low > high ? `nothing lies between ${low} and ${high}` : null);
  }
  return wants('atLeast' in atom ? 'atLeast' : 'atMost', 'number');
}

/** Groups that ask for more than they have, or for nothing. */
function lintGroups(rule: Rule, where: string, report: Report): void {
  if ((isNot(rule) || isUnless(rule)) && inside(rule).some(presumes))
    report(
      'error',
      where,
      `has an "unless" inside ${isNot(rule) ? '"not"' : 'another'}, where nobody could tell what holds`,
    );
  if (!isAtom(rule) && 'of' in rule) {
    const { need, of } = group(rule);
    if (need > of.length) report('error', where, `asks for at least ${need} of ${of.length}`);
    if (need === 0) report('warning', where, 'asks for at least 0, which always holds');
  }
  for (const part of inside(rule)) lintGroups(part, where, report);
}

/** Rules that can't be reached: a stage, flag or outcome that never holds, an outcome that always does. */
function lintReach(playbook: Playbook, byId: ReadonlyMap<string, Criterion>, report: Report): void {
  const nothing = new Map<string, string>();
  const order = orderOf(playbook);
  const row = playbook.criteria.map(() => undefined);
  const never = (rule: Rule): boolean => {
    const now = truthOf(rule, nothing);
    if (now !== 'unknown') return now === 'no';
    const { boxes, complete } = findBoxes(planOf(rule, { byId, order }), row, YES, REACH);
    return complete && boxes.length === 0;
  };
  const earlier: Rule[] = [];
  for (const { where, kind, rule } of everyRule(playbook)) {
    if (kind === 'stage') earlier.push(rule);
    if (never(kind === 'stage' ? { all: [...earlier] } : rule))
      report('warning', where, 'no answers can ever make this hold');
    if (kind === 'outcome' && truthOf(rule, nothing) === 'yes')
      report('warning', where, 'is proposed for everyone, whatever the answers');
  }
}

/**
 * Checks every rule. `sound`: nothing else is wrong, so that reachability may be looked at (it costs the most, and
 * would only repeat in other words what is wrong already).
 */
export function lintRules(playbook: Playbook, report: Report, sound: boolean): void {
  const byId = new Map(playbook.criteria.map((criterion) => [criterion.id, criterion]));
  let errors = 0;
  const counted: Report = (severity, where, text) => {
    if (severity === 'error') errors++;
    report(severity, where, text);
  };
  for (const { where, rule } of everyRule(playbook)) {
    const depth = depthOf(rule);
    const size = sizeOf(rule);
    if (depth > DEPTH) counted('error', where, `the rule is nested ${depth} deep; ${DEPTH} is the most`);
    if (size > SIZE) counted('error', where, `the rule has ${size} parts; ${SIZE} is the most`);
    for (const atom of atomsOf(rule)) {
      const criterion = byId.get(atom.criterion);
      const problem = criterion ? atomProblem(atom, criterion) : `there is no criterion "${atom.criterion}"`;
      if (problem) counted('error', criterion ? `${where}, test on "${atom.criterion}"` : where, problem);
    }
    lintGroups(rule, where, counted);
  }
  if (sound && errors === 0) lintReach(playbook, byId, report);
}
