// Pure: why the review can't be confirmed yet, in words, or null when it can.
import { demandedGap, demandedNow, demandedValue, graveNotices, type Plan } from '@/lib/qualification';
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
  const grave = agreementOf(plan);
  if (grave !== null && sheet.agreed !== grave.words) return { what: 'backward', words: grave.ask };
  const typed = sheet.draft?.extra ?? {};
  for (const field of demandedNow(sheet.demanded, typed, plan.changes)) {
    const value = demandedValue(field, typed);
    const gap = demandedGap(field, value);
    if (gap !== null)
      return { what: 'demanded', words: value.trim() === '' ? gap : `${field.label}: ${gap}` };
  }
  return null;
}

/**
 * What has to be agreed to before this plan is written; null: nothing. `words` are what is agreed to: of another plan
 * they are others, so that a tick never holds for more than was read.
 */
export function agreementOf(
  plan: Plan,
): { title: string; tick: string; ask: string; texts: string[]; words: string } | null {
  const notices = graveNotices(plan.notices);
  const kind = notices[0]?.kind;
  const said = kind === 'reopens' ? reopens : kind === 'overwrites' ? overwrites : back;
  const texts = notices.map(({ text }) => text);
  return notices.length === 0 ? null : { ...said, texts, words: texts.join('\n') };
}

const back = {
  title: 'This goes back a stage',
  tick: 'Yes, move it back',
  ask: 'Tick that it is to be moved back.',
};
const reopens = {
  title: 'This takes an outcome back',
  tick: 'Yes, open it again',
  ask: 'Tick that it is to be opened again.',
};
const overwrites = {
  title: 'This may be a step back',
  tick: 'Yes, overwrite it',
  ask: 'Tick that it is to be overwritten.',
};
