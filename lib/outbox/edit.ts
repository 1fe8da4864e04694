// The rep takes a submission back, or puts an edited one in its place. Pure: what may have happened stays as it was.
import type { Replaced, Withdrawn } from '@/lib/messages';
import { allChanges, partsOf } from '@/lib/qualification/parts';
import { refKey } from '@/lib/qualification/record';
import type { FieldChange, Step, Submission } from '@/lib/qualification/submission';

/** The same submission, over for good; its steps keep what is known of them. */
export function withdrawn(submission: Submission, at: Date): Withdrawn {
  const of = (state: Step['state']) => submission.steps.filter((step) => step.state === state);
  return {
    submission: { ...submission, state: 'withdrawn', nextAt: null, finishedAt: at.toISOString() },
    arrived: of('done').map(({ id }) => id),
    unknown: of('trying').map(({ id }) => id),
  };
}

/**
 * `edited` in the place of `old`, under the old id. A step that makes something and is done, or may be, stays as it is;
 * fields are set again where the rep wants them otherwise by now, starting from what the old one has made of them.
 */
export function replaced(old: Submission, edited: Submission): Replaced {
  const stays = old.steps.filter((step) => step.state === 'done' || step.state === 'trying');
  const made = stays.filter((step) => step.write.kind !== 'fields');
  const set = allChanges({ ...old, steps: old.steps.filter((step) => step.state === 'done') });
  const fresh = edited.steps
    .filter((step) => !made.some((one) => sameMaking(one, step)))
    .map((step) => since(step, set, stays));
  const late = made.filter((one) => edited.steps.every((step) => !sameWrite(one, step)));
  const taken = new Set(fresh.map(({ id }) => id));
  return {
    submission: {
      ...edited,
      id: old.id,
      steps: [...made.map((step) => renamed(step, taken)), ...fresh],
      state: 'waiting',
      // What may be on its way yet keeps its quiet.
      nextAt: stays.some(({ state }) => state === 'trying') ? (old.nextAt ?? null) : null,
      tries: 0,
      finishedAt: null,
    },
    late: late.map((step) => renamed(step, taken).id),
  };
}

/** One note, one deal, one task, one form is made by a submission: two steps for the same are one. */
function sameMaking(a: Step, b: Step): boolean {
  const kinds = partsOf(a.write).map(({ kind }) => kind);
  return partsOf(b.write).some(({ kind }) => kind !== 'fields' && kinds.includes(kind));
}

const sameWrite = (a: Step, b: Step) => JSON.stringify(a.write) === JSON.stringify(b.write);

/** A step of the old one keeps its id, unless a new one has it. */
const renamed = (step: Step, taken: ReadonlySet<string>): Step =>
  taken.has(step.id) ? { ...step, id: `${step.id} before` } : step;

/** The step as it is to be sent: what the old one has set is what its fields start from, and done is done. */
function since(step: Step, set: readonly FieldChange[], stays: readonly Step[]): Step {
  const { write } = step;
  const done = stays.find((one) => one.state === 'done' && sameWrite(one, step));
  if (done) return { ...done, id: step.id };
  if (write.kind !== 'fields') return { ...step, state: 'waiting', result: null, problem: null };
  const changes = write.changes.map((change) => {
    const before = set.find((one) => one.field === change.field && sameRecord(one, change));
    return before ? { ...change, from: before.to, fromText: before.toText } : change;
  });
  // One that may have been sent is looked up first, as every other.
  const tried = stays.some((one) => one.state === 'trying' && one.write.kind === 'fields');
  return {
    ...step,
    write: { ...write, changes },
    state: tried ? 'trying' : 'waiting',
    result: null,
    problem: null,
  };
}

function sameRecord(a: FieldChange, b: FieldChange): boolean {
  const key = (one: FieldChange) => (one.record ? refKey(one.record) : '');
  return key(a) === key(b);
}
