// Whether the next steps and the content speak of stages, criteria and options that exist.
import type { Report } from './finding';
import type { Playbook } from './schema';

/** Checks the stages and criteria that steps and content name. */
export function lintSteps({ steps = [], content = [], stages, criteria }: Playbook, report: Report): void {
  const known = new Set(stages.map(({ id }) => id));
  for (const step of steps) {
    const where = `Step "${step.id}"`;
    for (const stage of step.stages ?? [])
      if (!known.has(stage)) report('error', where, `there is no stage "${stage}"`);
    if (step.settles !== undefined && !criteria.some(({ id }) => id === step.settles))
      report('error', where, `there is no criterion "${step.settles}"`);
  }
  content.forEach(({ criterion, option }, index) => {
    const where = `Content ${index + 1}`;
    const asked = criteria.find(({ id }) => id === criterion);
    if (!asked) report('error', where, `there is no criterion "${criterion}"`);
    else if (!asked.options?.some(({ id }) => id === option))
      report('error', where, `"${criterion}" has no option "${option}"`);
  });
}
