// Pure: why the review can't be confirmed yet, in words, or null when it can.
import type { FieldDefinition } from '@/lib/crm/crm';
import { demandedValue, valueGap } from '@/lib/qualification';
import type { SheetPlan } from './planning';
import type { Sheet } from './state';

export type Obstacle = {
  what: 'plan' | 'warning' | 'backward' | 'demanded' | 'reading' | 'nothing-new';
  words: string;
};

/** The first thing in the way, in the order in which the review shows them. */
export function obstacleOf(sheet: Sheet, plan: SheetPlan | null): Obstacle | null {
  if (!sheet.snapshot?.complete || !plan) {
    return { what: 'reading', words: 'The record is still being read.' };
  }
  if (!sheet.lastKnown) {
    return {
      what: 'reading',
      words: 'It is not known yet whether something is on its way for this record. Try again in a moment.',
    };
  }
  if (plan.nothingNew !== null) return { what: 'nothing-new', words: plan.nothingNew };
  if (plan.blocked !== null) return { what: 'plan', words: plan.blocked };
  if (plan.form?.warning && sheet.warningSeen !== plan.form.id) {
    return { what: 'warning', words: `Tick that you have read: ${plan.form.warning}` };
  }
  if (plan.changes.some((change) => change.backward) && !sheet.backwardSeen) {
    return { what: 'backward', words: 'Tick that the stage shall go back.' };
  }
  for (const field of sheet.demanded) {
    const value = demandedValue(field, sheet.draft?.extra ?? {});
    const gap = demandedGap(field, value);
    if (gap !== null)
      return { what: 'demanded', words: value.trim() === '' ? gap : `${field.label}: ${gap}` };
  }
  return null;
}

/** What is wrong with the value of a field that the CRM demanded: it must be there, and be of its kind. */
export function demandedGap(field: FieldDefinition, value: string): string | null {
  return valueGap({ ...field, required: true }, value.trim());
}
