// Whether a step of a submission has already happened. Only reads.
import type { Step, Submission } from '../../qualification/submission';
import { differences } from './compare';
import type { Portal } from './portal';
import { probeDeal } from './write-deal';
import { fieldsResult, readBack, wantedValues } from './write-fields';
import { probeNote } from './write-note';

/** Its result if it has; null if not. Fields: all values stand. Note, deal: one with the submission's marker is there. */
export async function probe(portal: Portal, submission: Submission, step: Step): Promise<Step['result']> {
  await portal.hold(submission.ref);
  const { write } = step;
  switch (write.kind) {
    case 'fields': {
      const wanted = wantedValues(write);
      const page = await portal.pages();
      const record = await readBack(portal, submission.ref, Object.keys(wanted));
      return differences(record, wanted).length === 0 ? fieldsResult(write, page(submission.ref)) : null;
    }
    case 'deal':
      return probeDeal(portal, submission, write.deal);
    case 'note':
      return probeNote(portal, submission);
    case 'whole':
    case 'convert':
      return null;
  }
}
