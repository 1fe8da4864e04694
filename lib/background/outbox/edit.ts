// The rep takes a submission back, or puts an edited one in its place. Pure: what may have happened stays as it was.
import type { Withdrawn } from '@/lib/protocol/messages';
import type { Step, Submission, Write } from '@/lib/qualification/plan/submission';
import { fenced, fenceOf } from './fence';
import { freed } from './instead';
import { inPlaceOf } from './step-states';
import { alike, rebased, uncovered } from './writes';

/**
 * The same submission, over for good; its steps keep what is known of them, and its fence until when one may yet arrive:
 * for `leftMs` from here (0: nothing can).
 */
export function withdrawn(submission: Submission, at: Date, leftMs: number): Withdrawn {
  return told({
    ...fenced(submission, leftMs > 0 ? fenceOf(submission) : null),
    state: 'withdrawn',
    nextAt: leftMs > 0 ? new Date(at.getTime() + leftMs).toISOString() : null,
    finishedAt: at.toISOString(),
  });
}

/** What there is to say of one that was taken back. */
export function told(submission: Submission): Withdrawn {
  const of = (state: Step['state']) => submission.steps.filter((step) => step.state === state);
  return {
    submission,
    arrived: submission.steps.filter(({ state, saved }) => state === 'done' || saved).map(({ id }) => id),
    unknown: of('trying').map(({ id }) => id),
  };
}

/**
 * `edited` in the place of `old`, under the old id. What is made stays made, and is in `late` where the rep wants it
 * otherwise by now; what may be made yet stays too, with what to write `instead` once that is known. Fields that are
 * set are set again, starting from what the old one has made of them. `leftMs`: for so long what is kept may arrive yet.
 */
export function replaced(old: Submission, edited: Submission, at: Date, leftMs: number): Submission {
  const late: string[] = [];
  const stays: Step[] = [];
  /** The edited steps that have nothing of the old one's in their place. */
  let fresh = edited.steps.map(
    (step): Step => ({ ...plain(step), state: 'waiting', result: null, problem: null }),
  );
  for (const before of old.steps) {
    const place = fresh.find((step) => alike(before.write, step.write));
    if (before.state === 'failed' && place && before.write.kind !== 'fields') {
      const next = inPlaceOf(before, place);
      fresh = fresh.map((step) => (step === place ? next.step : step));
      if (next.late) late.push(next.step.id);
    } else if (before.state === 'trying') {
      stays.push(
        place && same(before.write, place.write) ? plain(before) : expecting(before, place?.write ?? null),
      );
      fresh = fresh.filter((step) => step !== place);
    } else if (before.state === 'done' && before.write.kind === 'fields') {
      const lasting = uncovered(before.write, place?.write ?? null);
      if (lasting || (place && same(before.write, place.write))) stays.push(before);
      if (lasting) late.push(before.id);
      fresh = fresh.flatMap((step) => (step === place ? again(before, step) : [step]));
    } else if (before.state === 'done') {
      if (!place || !same(before.write, place.write)) late.push(before.id);
      stays.push(before);
      fresh = fresh.filter((step) => step !== place);
    }
  }
  const waits = leftMs > 0 && stays.some((step) => step.state === 'trying');
  const next: Submission = {
    ...edited,
    id: old.id,
    steps: [...stays, ...freed(fresh, stays)],
    state: 'waiting',
    nextAt: waits ? new Date(at.getTime() + leftMs).toISOString() : null,
    tries: 0,
    finishedAt: null,
    ...(late.length > 0 ? { late } : {}),
  };
  return fenced(next, fenceOf(old));
}

const same = (a: Write, b: Write): boolean => JSON.stringify(a) === JSON.stringify(b);

const plain = ({ instead, edited, saved, ...step }: Step): Step => step;

const expecting = (step: Step, instead: Write | null): Step => ({ ...step, instead });

/** What is left to set of a fields step that was written before it; nothing where it says the same. */
function again(before: Step, step: Step): Step[] {
  if (same(before.write, step.write)) return [];
  const write = rebased(step.write, before.write, 'to');
  return write ? [{ ...step, write }] : [];
}
