// How much a whole playbook may hold, counted over the document: what nobody who writes for people comes near.
import { everyRule } from './every-rule';
import type { Report } from './finding';
import { atomsOf, valuesOf } from './rules';
import type { Playbook } from './schema';

/** The largest playbook that comes with Stagecheck takes a tenth of the first, and a twentieth of the others. */
export const BUDGETS = {
  /** Characters of the file. */
  characters: 256_000,
  /** Lists, entries and single values, each counted once. */
  values: 20_000,
  /** Tests on criteria, over all rules. */
  tests: 600,
  /** Different numbers or days that the tests on one criterion name. */
  thresholds: 30,
  /** Phrases that evidence looks for, over all criteria. */
  phrases: 1_000,
} as const;

/** From this part of a budget on, lint warns. */
const NEAR = 0.8;

const whole = (value: number): string => value.toLocaleString('en-US');

/** Reports a count that is over its budget as an error, and one that comes near as a warning. */
function held(report: Report, where: string, count: number, most: number, what: string, advice = ''): void {
  if (count > most) report('error', where, `${whole(count)} ${what}; ${whole(most)} is the most${advice}`);
  else if (count >= most * NEAR)
    report('warning', where, `${whole(count)} ${what}, and ${whole(most)} is the most${advice}`);
}

/** Of counts by place, the place that has most. */
function heaviest(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? ` (most of them, ${whole(first[1])}, in ${first[0]})` : '';
}

function lintTests(playbook: Playbook, report: Report): void {
  const perRule = new Map<string, number>();
  const named = new Map<string, Set<string | number>>();
  let tests = 0;
  for (const { where, rule } of everyRule(playbook)) {
    const atoms = atomsOf(rule);
    tests += atoms.length;
    perRule.set(where, atoms.length);
    for (const atom of atoms) {
      const own = named.get(atom.criterion) ?? new Set();
      for (const value of valuesOf(atom)) own.add(value);
      named.set(atom.criterion, own);
    }
  }
  held(report, 'The rules', tests, BUDGETS.tests, 'tests between them', heaviest(perRule));
  playbook.criteria.forEach(({ id, kind }, index) => {
    if (kind !== 'number' && kind !== 'date') return;
    const what = kind === 'date' ? 'different days are tested for' : 'different numbers are tested for';
    held(report, `Criterion ${index + 1} (${id})`, named.get(id)?.size ?? 0, BUDGETS.thresholds, what);
  });
}

function lintPhrases({ criteria }: Playbook, report: Report): void {
  const perCriterion = new Map<string, number>();
  let phrases = 0;
  criteria.forEach(({ id, evidence }, index) => {
    let own = 0;
    for (const { when } of evidence) if (when && 'mentions' in when) own += when.mentions.length;
    phrases += own;
    perCriterion.set(`criterion ${index + 1} (${id})`, own);
  });
  const what = 'phrases are looked for';
  held(report, 'The evidence', phrases, BUDGETS.phrases, what, heaviest(perCriterion));
}

/** Counts the tests, thresholds, phrases and characters of the whole playbook. */
export function lintBudgets(playbook: Playbook, report: Report): void {
  lintTests(playbook, report);
  lintPhrases(playbook, report);
  const { length } = JSON.stringify(playbook);
  held(report, 'The document', length, BUDGETS.characters, 'characters');
}
