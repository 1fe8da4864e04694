// A plan that the rep confirmed becomes a submission: the steps to write, in order, each to be done once.
import type { Verdict } from '../playbook/verdict';
import { plainAnswers } from './answered';
import { noteBody, stampRecord } from './note';
import type { Plan } from './plan';
import type { Person } from './record';
import type { Snapshot } from './snapshot';
import type { Step, Submission, Write } from './submission';
import type { Answered } from './types';

/** `id`: a fresh UUID, from crypto.randomUUID() where the rep confirms. */
export type SubmissionInput = {
  id: string;
  snapshot: Snapshot;
  verdict: Verdict;
  answered: Record<string, Answered>;
  person: Person;
  now: Date;
};

const step = (write: Write): Step => ({
  id: write.kind,
  write,
  state: 'waiting',
  result: null,
  problem: null,
});

/**
 * The submission of a plan. Steps: fields (left out when nothing changes and nothing was demanded), deal (where asked
 * for), note. The note carries the id; for the deal lib/crm puts marker(id) where it can be found. Throws RangeError
 * for a plan that is blocked: the review must not let it through.
 */
export function createSubmission(plan: Plan, input: SubmissionInput): Submission {
  if (plan.blocked !== null) throw new RangeError(plan.blocked);
  const { id, snapshot, verdict, answered, person, now } = input;
  const record = stampRecord(plan.note.record, id);
  const writes: Write[] = [
    ...(plan.changes.length > 0 || Object.keys(plan.extra).length > 0
      ? [{ kind: 'fields' as const, changes: plan.changes, extra: plan.extra }]
      : []),
    ...(plan.deal === null ? [] : [{ kind: 'deal' as const, deal: plan.deal }]),
    { kind: 'note' as const, body: noteBody({ text: plan.note.text, record }) },
  ];
  return {
    id,
    ref: snapshot.ref,
    recordName: snapshot.name,
    by: person,
    at: now.toISOString(),
    playbook: verdict.playbook,
    answers: { ...plainAnswers(answered) },
    supported: verdict.stage,
    decision: plan.decision,
    steps: writes.map(step),
    state: 'waiting',
    finishedAt: null,
  };
}
