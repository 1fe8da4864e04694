// The next steps of a playbook that says nothing of them: one of each kind. Small, for the sidebar carries it.
import type { PlaybookStep } from './step-schema';

export const plainSteps: readonly PlaybookStep[] = [
  { id: 'followUp', kind: 'followUp', label: 'Follow up', days: 3, subject: 'Follow up' },
  { id: 'comeBack', kind: 'nurture', label: 'Come back', days: 30, subject: 'Come back' },
  {
    id: 'findDecider',
    kind: 'findDecider',
    label: 'Find the decision maker',
    days: 2,
    subject: 'Find out who decides',
    settles: 'decides',
  },
];

/** Steps without what they would settle where a playbook doesn't ask for it. */
export function settling(
  steps: readonly PlaybookStep[],
  criteria: readonly { id: string }[],
): PlaybookStep[] {
  return steps.map(({ settles, ...step }) =>
    settles !== undefined && criteria.some(({ id }) => id === settles) ? { ...step, settles } : step,
  );
}
