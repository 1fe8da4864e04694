// Whether a step of a submission has already happened. Only reads.
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { conversionOf } from '../setup/forms';
import type { Org } from '../setup/org';
import { sameValue } from './compare';
import { convertedMeanwhile, isWanted } from './converted';
import { fieldsGone, findDeal, foundBefore, restOf, targetAgain } from './found';
import { notMoved } from './kept';
import { type Made, NOTHING_MADE, resultOf } from './result';
import type { Target } from './target';
import { type Form, valuesFor, wantedBy } from './wanted';

/**
 * Its result if it has; null if not. A task with the submission's marker proves the whole of what went with it: that is
 * all or nothing, and the task of a conversion is written after it. What it does not prove is that the fields still
 * stand: a flow takes them back after the save, and a colleague may have changed them since. Nobody can tell which, so
 * after a lost answer the rep is told (not-moved). A step that failed has been told as that, or was edited since: then
 * what does not stand is not done yet, and the write compares before it sets it. Without a task: a conversion when the lead is
 * converted, fields when all values stand, an opportunity when one with the marker is there.
 */
export async function probe(org: Org, submission: Submission, step: Step): Promise<Step['result']> {
  const { wanted, form } = wantedBy(step.write, submission);
  const target = await targetAgain(org, submission, wanted);
  const result = (made: Made) => resultOf(org, target, step.write, made);
  if (form && !target.converted) return null;
  if (wanted.body !== null || (wanted.next && !wanted.deal)) {
    const made = await foundBefore(org, submission, target, wanted);
    if (made && step.state === 'trying') {
      const gone = await fieldsGone(org, submission, target, wanted);
      if (gone.length === 0) return result(made);
      throw notMoved('The change was saved, but it does not stand', gone, wanted);
    }
    if (made) return (await restOf(org, submission, target, wanted, made)) ? null : result(made);
    if (form) await holdToWanted(org, form, target);
    return null;
  }
  if (form) {
    await holdToWanted(org, form, target);
    return result(NOTHING_MADE);
  }
  if (wanted.deal) {
    const deal = await findDeal(org, submission, target);
    return deal === '' ? null : result({ ...NOTHING_MADE, deal });
  }
  const values = valuesFor(target.ref.object, wanted);
  const now = await org.fieldsOf(target.ref.object, target.ref.id, Object.keys(values));
  const stand = Object.entries(values).every(([field, value]) => sameValue(value, now[field] ?? ''));
  return stand ? result(NOTHING_MADE) : null;
}

/** Rejects with converted where the lead has become something else than was asked for: somebody was quicker. */
async function holdToWanted(org: Org, form: Form, { converted }: Target): Promise<void> {
  if (converted && !isWanted(conversionOf(form, ''), converted))
    throw await convertedMeanwhile(org, converted.contact);
}
