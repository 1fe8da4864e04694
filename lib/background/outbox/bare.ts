// What is left of a decision that was taken back and may arrive yet, once the rep has had its content removed. Pure.
import { changesOf } from '@/lib/qualification/plan/parts';
import type { Step, Submission, Write } from '@/lib/qualification/plan/submission';

/**
 * The same without names, answers, values and texts: only which records it may still reach and until when, for the next
 * decision on one of them is not to be overtaken by it.
 */
export function bare(submission: Submission): Submission {
  const { id, ref, at, playbook, state, steps, fence, nextAt = null, finishedAt } = submission;
  const nobody = { id: '', name: '', email: '' };
  return {
    ...{ id, ref, at, playbook, state, nextAt, finishedAt, ...(fence ? { fence } : {}) },
    ...{ recordName: '', by: nobody, answers: {}, supported: null },
    decision: { kind: 'stage', stage: '', override: null },
    steps: steps.map(
      (step): Step => ({
        ...{ id: step.id, state: step.state },
        write: emptied(step),
        result: null,
        problem: null,
      }),
    ),
  };
}

function emptied({ write, instead }: Step): Write {
  const all = [write, ...(instead ? [instead] : [])];
  const changes = all.flatMap(changesOf).flatMap(({ record }) => {
    const none = { field: '', label: '', from: '', fromText: '', to: '', toText: '', backward: false };
    return record ? [{ ...none, record }] : [];
  });
  return { kind: 'fields', changes, extra: {} };
}
