// Pure: the plan of writes for the open sheet, from what the rep decided or, without that, from the verdict.
import { keptOf, plan as makePlan, type Plan, type PlanInput, plainAnswers } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';
import { whenWords } from '../words/time';
import type { Derived } from './derive';
import { nothingNew } from './nothing-new';
import { soFar } from './so-far';
import type { LoadedPlaybook, ReviewData, Sheet } from './state';

/**
 * What the rep decided; null: nothing yet, and the plan proposes. What was confirmed and has not got through stays
 * decided. A stage that was chosen as the answers said is no longer chosen once they say another.
 */
export function decisionOf({ draft, submission }: Sheet, { verdict }: Derived): Decision | null {
  const open = submission !== null && submission.state !== 'written' && submission.state !== 'withdrawn';
  const decided = draft?.decision ?? (open && isPlain(submission.decision) ? submission.decision : null);
  const stale = decided?.kind === 'stage' && isPlain(decided) && decided.stage !== verdict.stage;
  return stale ? null : decided;
}

/** `nothingNew`: that all of it was written before, and when, in words; null where there is something to write. */
export type SheetPlan = Plan & { nothingNew: string | null };

/** A stage as the answers said, written to the fields. */
const isPlain = (decision: Decision): boolean =>
  decision.kind === 'stage' && decision.override === null && keptOf(decision) === null;

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
    decision: decisionOf(sheet, derived),
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
  const mine = (field: string | undefined) => field === undefined || !sheet.keepTheirs.includes(field);
  return {
    ...plan,
    nothingNew: since === null ? null : `Nothing new since ${since}.`,
    changes: plan.changes.filter(({ field }) => mine(field)),
    notices: plan.notices.filter(({ field }) => mine(field)),
  };
}
