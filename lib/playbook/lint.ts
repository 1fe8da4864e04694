// Whether a playbook that has the right shape also makes sense.
import { lintBudgets } from './budgets';
import type { Finding, Report } from './finding';
import { lintCriteria } from './lint-criteria';
import { lintRules } from './lint-rules';
import { lintSteps } from './lint-steps';
import type { Playbook } from './schema';

function lintIds(playbook: Playbook, report: Report): void {
  const unique = (where: string, items: readonly { id: string }[]): void => {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) report('error', where, `the id "${id}" is used twice`);
      seen.add(id);
    }
  };
  unique('Levels', playbook.levels);
  unique('Criteria', playbook.criteria);
  // A CRM mapping names stages and outcomes alike by their id.
  unique('Stages and outcomes', [...playbook.stages, ...playbook.outcomes]);
  unique('Flags', playbook.flags);
  unique('Scales', playbook.scales);
  unique('Labels', playbook.labels);
  unique('Steps', playbook.steps ?? []);
  for (const { id, options } of playbook.criteria) unique(`Criterion "${id}", options`, options ?? []);
  for (const { id, reasons } of playbook.outcomes) unique(`Outcome "${id}", reasons`, reasons);
  for (const { id, bands } of playbook.scales) unique(`Scale "${id}", bands`, bands);
}

function lintScales(playbook: Playbook, report: Report): void {
  for (const { id, bands, of } of playbook.scales) {
    bands.forEach((band, index) => {
      const where = `Scale "${id}", band "${band.id}"`;
      const above = bands[index - 1];
      if (above && above.atLeast <= band.atLeast)
        report(
          'error',
          where,
          'bands go from the highest to the lowest; this one needs less than the one before',
        );
      if (band.atLeast > of.length)
        report('warning', where, `needs ${band.atLeast} of ${of.length} and can never be reached`);
    });
  }
}

function lintLabels(playbook: Playbook, report: Report): void {
  for (const label of playbook.labels) {
    const criterion = playbook.criteria.find(({ id }) => id === label.criterion);
    if (!criterion) report('error', `Label "${label.id}"`, `there is no criterion "${label.criterion}"`);
    else if (criterion.kind !== 'choice')
      report(
        'error',
        `Label "${label.id}"`,
        `"${label.criterion}" is no choice, so it has no option to show`,
      );
  }
}

function lintMarket({ market, criteria }: Playbook, report: Report): void {
  if (!market) return;
  for (const part of ['employees', 'revenue'] as const) {
    const { min, max } = market[part] ?? {};
    if (min !== undefined && max !== undefined && min > max)
      report('error', `Market, ${part}`, `the least (${min}) is more than the most (${max})`);
  }
  if (!criteria.some(({ evidence }) => evidence.some(({ fact }) => fact === 'market')))
    report('warning', 'Market', 'no criterion takes the fact "market" as evidence, so it decides nothing');
}

/** Everything that is wrong or odd, errors first. No error means that the playbook can be compiled. */
export function lint(playbook: Playbook): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (severity, where, text) => findings.push({ severity, where, text });
  lintIds(playbook, report);
  lintCriteria(playbook, report);
  lintScales(playbook, report);
  lintLabels(playbook, report);
  lintMarket(playbook, report);
  lintSteps(playbook, report);
  lintBudgets(playbook, report);
  // Whether a rule can be reached is only asked of a playbook that is otherwise sound.
  lintRules(
    playbook,
    report,
    findings.every(({ severity }) => severity !== 'error'),
  );
  return findings.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
}
