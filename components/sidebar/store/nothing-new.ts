// Pure: whether there is anything to write of a record that was not written the last time.

import type { AnswerValue } from '@/lib/playbook/answer';
import type { Plan } from '@/lib/qualification';
import { isBegun } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import { own } from '@/lib/util/object';

/** `repeated`: the plan for what was decided the last time, made from the record as it is now. */
type Now = {
  draft: Draft;
  answers: Readonly<Record<string, AnswerValue | null>>;
  repeated: Pick<Plan, 'changes'>;
};

/**
 * Nothing was answered, typed or decided since, the CRM still has the values that were written, and what it says answers
 * no question otherwise. An answer that is no longer there adds nothing: a list of notes may lag behind a write.
 */
export function nothingNew(written: Submission, { draft, answers, repeated }: Now): boolean {
  return isWritten(draft, written) && repeated.changes.length === 0 && !answersOtherwise(written, answers);
}

/** All that the rep has put into the draft was in what was confirmed. */
function isWritten(draft: Draft, written: Submission): boolean {
  if (draft.revision === written.draft) return true;
  const again = JSON.stringify(draft.decision) === JSON.stringify(written.decision);
  return !isBegun(again ? { ...draft, decision: null } : draft);
}

function answersOtherwise({ answers: then, against = {} }: Submission, now: Now['answers']): boolean {
  return Object.entries(now).some(([id, value]) => {
    if (value === null || value === own(then, id)) return false;
    // It was there when the rep confirmed, and said otherwise already.
    return !own(against, id)?.some((one) => one.value === value);
  });
}
