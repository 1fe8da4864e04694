// Which records a submission writes, so that what belongs in one line goes one after the other. Pure.

import type { Problem } from '@/lib/problem/problem';
import { allChanges, changesOf } from '@/lib/qualification/plan/parts';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { accountKey } from '@/lib/record/account-key';
import { refKey } from '@/lib/record/record';

/** The records whose values it sets: a later submission on one of them waits for this one. */
export function linesOf(submission: Submission): string[] {
  const later = submission.steps.flatMap(({ instead }) => (instead ? changesOf(instead) : []));
  const others = [...allChanges(submission), ...later].flatMap(({ record }) =>
    record ? [refKey(record)] : [],
  );
  return [...new Set([refKey(submission.ref), ...others])];
}

/** All that it touches, the person that its note is put beside too: no two that share one run at the same time. */
export function touchedBy(submission: Submission): string[] {
  const about = submission.about ? [refKey(submission.about)] : [];
  // In one order everywhere, so that two who wait for each other's locks can't be.
  return [...new Set([...linesOf(submission), ...about])].sort();
}

export const accountOf = ({ ref }: Submission): string => accountKey(ref.crm, ref.account);

/** Written or taken back: nothing more is done about it. */
export const isOver = ({ state }: Submission): boolean => state === 'written' || state === 'withdrawn';

/** The step that it stands at; null where all are done. */
export const standsAt = (submission: Submission): Step | null =>
  inOrder(submission.steps).find((step) => step.state !== 'done') ?? null;

/** How it stands where its row could not be read or kept: as it is known here, and tried again at `nextAt` (ISO). */
export function stoppedAt(submission: Submission, problem: Problem, nextAt: string | null): Submission {
  const waiting: Submission = { ...submission, state: 'waiting', nextAt };
  const step = standsAt(submission);
  return step ? withStep(waiting, step.id, { problem }) : waiting;
}

export function withStep(submission: Submission, id: string, change: Partial<Step>): Submission {
  return {
    ...submission,
    steps: submission.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  };
}

/** What stands beside writes that go together goes before them: a form that turns the record into another. */
const ORDER: readonly Step['write']['kind'][] = ['fields', 'form', 'deal', 'task', 'note', 'together'];

export function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => ORDER.indexOf(a.write.kind) - ORDER.indexOf(b.write.kind));
}

/** Whether the record's present values are looked at before this step is sent. */
export const compares = (step: Step): boolean => changesOf(step.write).length > 0;
