// Whether each criterion's parts fit its kind.

import { everyRule } from './every-rule';
import type { Report } from './finding';
import { fits } from './known';
import { criteriaOf } from './rules';
import type { Criterion, EvidenceRule, Playbook } from './schema';

const ASK = 120;

const KIND = {
  yesno: '"yes" or "no"',
  choice: 'one of its options',
  number: 'a number',
  date: 'a day',
} as const;

function lintEvidence(criterion: Criterion, rule: EvidenceRule, where: string, report: Report): void {
  if (rule.gives === null) {
    if (rule.freshDays !== undefined)
      report('warning', where, 'only shows the fact, so that a freshness limit changes nothing');
    return;
  }
  if (rule.gives === 'value') {
    if (criterion.kind === 'yesno')
      report(
        'error',
        where,
        'gives the fact\'s own value, which a yes/no question can\'t take; give "yes" or "no"',
      );
    return;
  }
  if (!fits(criterion, rule.gives))
    report('error', where, `gives ${JSON.stringify(rule.gives)}, which is not ${KIND[criterion.kind]}`);
}

function lintOptions(criterion: Criterion, where: string, report: Report): void {
  const { kind, options, unit } = criterion;
  if (kind === 'choice' && !options) report('error', where, 'is a choice and has no options');
  if (kind !== 'choice' && options)
    report('error', where, `has options, but its kind is "${kind}", not "choice"`);
  if (kind !== 'number' && unit !== undefined)
    report('warning', where, 'has a unit, which only a number shows');
  if (options?.some(({ id }) => id === 'value'))
    report('error', where, 'has an option "value", which evidence uses for the fact\'s own value; rename it');
}

/** Checks levels, options, evidence and the words of each criterion, and that something uses it. */
export function lintCriteria(playbook: Playbook, report: Report): void {
  const levels = new Set(playbook.levels.map(({ id }) => id));
  const used = new Set([
    ...everyRule(playbook).flatMap(({ rule }) => criteriaOf(rule)),
    ...playbook.labels.map(({ criterion }) => criterion),
  ]);
  for (const criterion of playbook.criteria) {
    const where = `Criterion "${criterion.id}"`;
    if (!levels.has(criterion.level)) report('error', where, `there is no level "${criterion.level}"`);
    lintOptions(criterion, where, report);
    criterion.evidence.forEach((rule, index) => {
      lintEvidence(criterion, rule, `${where}, evidence ${index + 1} (${rule.fact})`, report);
    });
    if (criterion.ask.length > ASK)
      report(
        'warning',
        where,
        `takes ${criterion.ask.length} characters to ask; under ${ASK} is easier to say`,
      );
    if (!used.has(criterion.id)) report('warning', where, 'is asked by no rule and shown by no label');
  }
}
