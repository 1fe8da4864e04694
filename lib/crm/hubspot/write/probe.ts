// Whether a step of a submission has already happened. Only reads.
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { readBeside } from '../read/beside';
import type { Portal } from '../setup/portal';
import { differences } from './compare';
import { fieldsResult, targetOf, wantedValues } from './fields';
import { probeDeal } from './write-deal';
import { probeNote } from './write-note';
import { probeTask } from './write-task';

/**
 * Its result if it has; null if not. Fields: all values stand. Note, deal, task: one with the submission's marker is
 * there. Rejects with missing-scope where it may be and the key may not look.
 */
export async function probe(portal: Portal, submission: Submission, step: Step): Promise<Step['result']> {
  await portal.hold(submission.ref);
  const { write } = step;
  switch (write.kind) {
    case 'fields': {
      const wanted = wantedValues(write);
      const page = await portal.pages();
      const ref = targetOf(submission, write);
      const record = await readBeside(portal, submission.ref, ref, Object.keys(wanted));
      return differences(record, wanted).length === 0 ? fieldsResult(write, page(ref)) : null;
    }
    case 'deal': {
      const made = await probeDeal(portal, submission, write.deal);
      // A key that may write deals and not read them sees none: one that may have been made must not be made again.
      if (made === null && step.state === 'trying') await portal.client.tryRead('deals');
      return made;
    }
    case 'task':
      return probeTask(portal, submission, write.task);
    case 'note':
      return probeNote(portal, submission, write.body);
    case 'form':
    case 'together':
      return null;
  }
}
