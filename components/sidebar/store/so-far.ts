// Pure: the record as a submission that has not got through has left it, so that a change of it is planned from there.

import { changesOf } from '@/lib/qualification/plan/parts';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Snapshot } from '@/lib/record/snapshot';

/**
 * The snapshot with the values that the submission has set, or may have, where it still shows what was there before.
 * The rep who then goes back to the old stage sees that said in the review, and it is written.
 */
export function soFar(snapshot: Snapshot, submission: Submission | null): Snapshot {
  if (!submission || submission.state === 'written' || submission.state === 'withdrawn') return snapshot;
  const set = submission.steps
    .filter((step) => step.write.kind === 'fields' && (step.state === 'done' || step.state === 'trying'))
    .flatMap((step) => changesOf(step.write))
    .filter(({ record }) => !record);
  return {
    ...snapshot,
    stages: snapshot.stages.map((stage) => {
      const change = set.find(({ field, from }) => field === stage.field && from === stage.value);
      return change ? { ...stage, value: change.to, text: change.toText } : stage;
    }),
  };
}
