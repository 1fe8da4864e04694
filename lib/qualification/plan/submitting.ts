// A plan that the rep confirmed becomes a submission: the steps to write, in order, each to be done once.
import type { Verdict } from '@/lib/playbook/verdict';
import type { Person } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import type { Answered } from '../answers/types';
import { plainAnswers } from '../evidence/answered';
import { against } from '../evidence/disagreement';
import { noteBody, stampRecord } from '../note/note';
import type { Plan } from './plan';
import type { Part, Step, Submission, Write } from './submission';

/** `id`: a fresh UUID, from crypto.randomUUID() where the rep confirms. */
export type SubmissionInput = {
  id: string;
  snapshot: Snapshot;
  verdict: Verdict;
  answered: Record<string, Answered>;
  person: Person;
  now: Date;
  /** Revision of the draft that it is made from. */
  draft?: number;
  /** This CRM takes all writes in one call, all or nothing. */
  together?: boolean;
};

/** The record beside the submission's own that a write changes. */
const beside = (write: Write) => (write.kind === 'fields' ? write.changes[0]?.record : undefined);

const step = (write: Write): Step => ({
  id: [write.kind, beside(write)?.id ?? []].flat().join(' '),
  write,
  state: 'waiting',
  result: null,
  problem: null,
});

/** The record's own stage fields as they were shown; without those that the submission sets itself. */
const seenIn = (stages: Snapshot['stages'], set: readonly string[]) =>
  stages
    .filter(({ field, record }) => !record && !set.includes(field))
    .map(({ field, label, value, text }) => ({ field, label, value, text }));

/**
 * The writes of a plan, in their order (parts.ts); each left out where there is nothing to do. `id`: the submission's;
 * `stages`: the record's stage fields as they were shown.
 */
export function writesOf(
  { changes, demanded, extra, form, deal, next, note }: Plan,
  id: string,
  { stages }: Pick<Snapshot, 'stages'>,
): Part[] {
  const record = stampRecord(note.record, id);
  const its = [...changes.filter((change) => !change.record), ...demanded];
  const set = [...its.map(({ field }) => field), ...Object.keys(extra)];
  const others = [...new Set(changes.flatMap(({ record }) => record?.id ?? []))];
  return [
    ...(its.length > 0 || Object.keys(extra).length > 0
      ? [{ kind: 'fields' as const, changes: its, extra }]
      : []),
    ...others.map((other) => ({
      kind: 'fields' as const,
      changes: changes.filter(({ record }) => record?.id === other),
      extra: {},
    })),
    ...(form === null
      ? []
      : [
          {
            kind: 'form' as const,
            form: form.id,
            values: form.values,
            title: form.title,
            shown: form.shown,
            ...(form.instead ? { seen: seenIn(stages, set) } : {}),
          },
        ]),
    ...(deal === null ? [] : [{ kind: 'deal' as const, deal }]),
    ...(next === null ? [] : [{ kind: 'task' as const, task: next }]),
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

/** What said otherwise, by criterion; nothing where all sources agree. */
function contrary(answered: Record<string, Answered>): Pick<Submission, 'against'> {
  const all = Object.values(answered).flatMap((one) => {
    const others = against(one).flatMap(({ says, text, source, at }) =>
      says === null ? [] : [{ value: says, text, source, at }],
    );
    return others.length === 0 ? [] : [[one.criterion, others] as const];
  });
  return all.length === 0 ? {} : { against: Object.fromEntries(all) };
}

/**
 * The submission of a plan. Steps: fields (left out when nothing changes and nothing was demanded), those of each
 * record beside it, the decision's form, deal (where asked for), the next step's task, note; or one step with all of
 * them, together (see togetherSteps). The note carries the id; for what else is made lib/crm puts marker(id) where it
 * can be found. Throws RangeError for a plan that is blocked: the review must not let it through.
 */
export function createSubmission(plan: Plan, input: SubmissionInput): Submission {
  if (plan.blocked !== null) throw new RangeError(plan.blocked);
  const { id, snapshot, verdict, answered, person, now, draft, together } = input;
  const writes = writesOf(plan, id, snapshot);
  return {
    id,
    ref: snapshot.ref,
    recordName: snapshot.name,
    ...(snapshot.about ? { about: snapshot.about.ref } : {}),
    ...(snapshot.owner ? { owner: { field: snapshot.owner.field, id: snapshot.owner.id } } : {}),
    ...(snapshot.company ? { company: snapshot.company.name.slice(0, 300) } : {}),
    by: person,
    at: now.toISOString(),
    ...(draft === undefined ? {} : { draft }),
    playbook: verdict.playbook,
    answers: { ...plainAnswers(answered) },
    ...contrary(answered),
    supported: verdict.stage,
    decision: plan.decision,
    steps: (together ? togetherSteps(writes, plan.form?.instead ?? false) : writes).map(step),
    state: 'waiting',
    finishedAt: null,
  };
}
