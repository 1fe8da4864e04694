// Pure: the plan of writes for the open sheet, from what the rep decided or, without that, from the verdict.
import { defaultDecision, plan as makePlan, type Plan } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/draft';
import type { Derived } from './derive';
import { soFar } from './so-far';
import type { LoadedPlaybook, ReviewData, Sheet } from './state';

/** What the rep decided; until then the stage that the answers support. */
export function decisionOf(sheet: Sheet, playbook: LoadedPlaybook, derived: Derived): Decision {
  return sheet.draft?.decision ?? defaultDecision(playbook.playbook, derived.verdict);
}

/** The plan, without the fields where the rep keeps the CRM's newer value; null while something is still being read. */
export function planOf(
  sheet: Sheet,
  playbook: LoadedPlaybook,
  derived: Derived,
  review: ReviewData,
  now: Date,
): Plan | null {
  const { snapshot, draft } = sheet;
  if (!snapshot || !draft) return null;
  const plan = makePlan({
    playbook: playbook.playbook,
    verdict: derived.verdict,
    answered: derived.answered,
    snapshot: soFar(snapshot, sheet.submission),
    mapping: review.mapping,
    stageFields: review.options.stageFields,
    decision: decisionOf(sheet, playbook, derived),
    deal: draft.deal,
    next: draft.next,
    noteText: draft.noteText,
    extra: draft.extra,
    demanded: sheet.demanded,
    forms: review.options.forms,
    form: draft.form,
    noteMost: review.options.noteMost,
    dealWord: review.options.dealWord,
    callMinutes: sheet.callMinutes,
    person: review.person,
    now,
  });
  return { ...plan, changes: plan.changes.filter((change) => !sheet.keepTheirs.includes(change.field)) };
}
