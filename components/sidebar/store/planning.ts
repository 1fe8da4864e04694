// Pure: the plan of writes for the open sheet, from what the rep decided or, without that, from the verdict.
import {
  defaultDecision,
  plan as makePlan,
  type Plan,
  type PlanInput,
  plainAnswers,
} from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/draft';
import { whenWords } from '../words/time';
import type { Derived } from './derive';
import { nothingNew } from './nothing-new';
import { soFar } from './so-far';
import type { LoadedPlaybook, ReviewData, Sheet } from './state';

/** What the rep decided; until then the stage that the answers support. */
export function decisionOf(sheet: Sheet, playbook: LoadedPlaybook, derived: Derived): Decision {
  return sheet.draft?.decision ?? defaultDecision(playbook.playbook, derived.verdict);
}

/** `nothingNew`: that all of it was written before, and when, in words; null where there is something to write. */
export type SheetPlan = Plan & { nothingNew: string | null };

/** The plan, without the fields where the rep keeps the CRM's newer value; null while something is still being read. */
export function planOf(
  sheet: Sheet,
  playbook: LoadedPlaybook,
  derived: Derived,
  review: ReviewData,
  now: Date,
): SheetPlan | null {
  const { snapshot, draft, written, submission } = sheet;
  if (!snapshot || !draft) return null;
  const input: PlanInput = {
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
  };
  const plan = makePlan(input);
  const answers = plainAnswers(derived.answered);
  const same =
    written !== null &&
    submission === null &&
    nothingNew(written, { draft, answers, repeated: makePlan({ ...input, decision: written.decision }) });
  const since = same ? whenWords(written.finishedAt ?? written.at, now) : null;
  const nothing = since === null ? null : `Nothing new since ${since}.`;
  return {
    ...plan,
    nothingNew: nothing,
    changes: plan.changes.filter((change) => !sheet.keepTheirs.includes(change.field)),
  };
}
