// Pure: why the review can't be confirmed yet, in words, or null when it can.
import type { Plan } from '@/lib/qualification';
import type { Sheet } from './state';

export type Obstacle = { what: 'plan' | 'warning' | 'backward' | 'demanded' | 'reading'; words: string };

/** The first thing in the way, in the order in which the review shows them. */
export function obstacleOf(sheet: Sheet, plan: Plan | null): Obstacle | null {
  if (!sheet.snapshot?.complete || !plan) {
    return { what: 'reading', words: 'The record is still being read.' };
  }
  if (plan.blocked !== null) return { what: 'plan', words: plan.blocked };
  if (plan.form?.warning && sheet.warningSeen !== plan.form.id) {
    return { what: 'warning', words: `Tick that you have read: ${plan.form.warning}` };
  }
  if (plan.changes.some((change) => change.backward) && !sheet.backwardSeen) {
    return { what: 'backward', words: 'Tick that the stage shall go back.' };
  }
  const empty = sheet.demanded.find((field) => !sheet.draft?.extra[field.field]?.trim());
  return empty ? { what: 'demanded', words: `${empty.label} is needed.` } : null;
}
