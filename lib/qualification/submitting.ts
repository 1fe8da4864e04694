// A plan that the rep confirmed becomes a submission: the steps to write, in order, each to be done once.
import type { Verdict } from '../playbook/verdict';
import { plainAnswers } from './answered';
import { noteBody, stampRecord } from './note';
import type { Plan } from './plan';
import type { Person } from './record';
import type { Snapshot } from './snapshot';
import type { Part, Step, Submission, Write } from './submission';
import type { Answered } from './types';

/** `id`: a fresh UUID, from crypto.randomUUID() where the rep confirms. */
export type SubmissionInput = {
  id: string;
  snapshot: Snapshot;
  verdict: Verdict;
  answered: Record<string, Answered>;
  person: Person;
  now: Date;
  /** This CRM takes all writes in one call, all or nothing. */
  together?: boolean;
};

const step = (write: Write): Step => ({
  id: write.kind,
  write,
  state: 'waiting',
  result: null,
  problem: null,
});

/** The writes of a plan, in their order (parts.ts); each left out where there is nothing to do. */
function writesOf({ changes, extra, form, deal, note }: Plan, id: string): Part[] {
  const record = stampRecord(note.record, id);
  return [
    ...(changes.length > 0 || Object.keys(extra).length > 0
      ? [{ kind: 'fields' as const, changes, extra }]
      : []),
    ...(form === null
      ? []
      : [
          {
            kind: 'form' as const,
            form: form.id,
            values: form.values,
            title: form.title,
            shown: form.shown,
          },
        ]),
    ...(deal === null ? [] : [{ kind: 'deal' as const, deal }]),
    { kind: 'note' as const, body: noteBody({ ...note, record }) },
  ];
}

/**
 * All in one step; but a form that makes the stage itself turns the record into another, which no CRM does in one call
 * with the rest: it is a step of its own, after what the record still takes and before what is left with the new one.
 */
function togetherSteps(parts: Part[], instead: boolean): Write[] {
  if (!instead) return [{ kind: 'together', writes: parts }];
  const at = parts.findIndex((part) => part.kind === 'form') + 1;
  return [...parts.slice(0, at), { kind: 'together', writes: parts.slice(at) }];
}

/**
 * The submission of a plan. Steps: fields (left out when nothing changes and nothing was demanded), the decision's
 * form, deal (where asked for), note; or one step with all of them, together (see togetherSteps). The note carries the
 * id; for what else is made lib/crm puts marker(id) where it can be found. Throws RangeError for a plan that is
 * blocked: the review must not let it through.
 */
export function createSubmission(plan: Plan, input: SubmissionInput): Submission {
  if (plan.blocked !== null) throw new RangeError(plan.blocked);
  const { id, snapshot, verdict, answered, person, now, together } = input;
  const writes = writesOf(plan, id);
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
    steps: (together ? togetherSteps(writes, plan.form?.instead ?? false) : writes).map(step),
    state: 'waiting',
    finishedAt: null,
  };
}
