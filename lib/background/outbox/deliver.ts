// Carries one submission to the CRM as far as it goes: each step kept before and after, looked up before it is repeated.
//
//   waiting --> trying --> done
//                 |  \---> failed    the CRM said no
//                 \------> trying    the answer was lost: it may have happened, and may happen yet
//   failed, trying --(again)--> looked up first; only what isn't there is sent, and after a lost answer not at once

import type { CrmSession } from '@/lib/crm/shared/crm';
import { report, reported } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { attempt, type Gate, lookedUp, type Stop } from './attempt';
import { delay, quietAfter } from './backoff';
import { createFences, type Fences, fenced, unknown } from './fence';
import { notKept, resolved } from './instead';
import { curedBy, problemOf } from './problems';
import { accountOf, compares, inOrder } from './records';
import { done, signedIn, stopped as stoppedStep, trying } from './step-states';
import type { SubmissionStore } from './store';

export type Delivery = {
  submission: Submission;
  /** May reject with ProblemError. */
  openSession: () => Promise<CrmSession>;
  /**
   * Whether nothing else that may arrive yet has to come first, as far as the CRM can tell. May reject with ProblemError.
   * Left out: there is nothing else.
   */
  isClear?: (session: CrmSession) => Promise<boolean>;
  /** Left out: nothing is known from before. */
  fences?: Fences;
  store: Pick<SubmissionStore, 'put' | 'finish'>;
  onChange: (submission: Submission) => void;
  /** It is written, and that could not be kept. */
  unkept: (written: Submission) => void;
  now: () => Date;
  random: () => number;
};

/** Gives the submission as it stands afterwards: written, waiting for what passes, or failed. Never rejects. */
export async function deliver(delivery: Delivery): Promise<Submission> {
  const { store, onChange, now } = delivery;
  const wall = () => now().getTime();
  const { fences = createFences(() => performance.now(), wall) } = delivery;
  const account = accountOf(delivery.submission);
  // A row that is found being written was left by a worker that died, perhaps a moment ago and long after it was kept.
  if (delivery.submission.state === 'writing') fences.begin(delivery.submission.id);
  let current: Submission = { ...delivery.submission, state: 'writing', finishedAt: null };
  let unsaved = false;
  const show = (next: Submission) => {
    current = next;
    unsaved = true;
    onChange(next);
  };
  const keep = async (given: Submission) => {
    const next = fenced(given, given.fence ?? null);
    current = next;
    await store.put(next);
    unsaved = false;
    onChange(next);
  };
  /** The last word of this try. What can't be kept is known in this life, and looked up in the next. */
  const end = async (next: Submission) => {
    await keep(next).catch((error: unknown) => {
      report(error, 'outbox.keep');
      onChange(current);
    });
    return current;
  };
  /** With its fence as it is known by now. */
  const asKnown = (of: Submission) => fenced(of, fences.learnt(of));
  const inMs = (ms: number) => new Date(wall() + ms).toISOString();
  const stopped = (stepId: string, stop: Stop) => {
    const { problem, state, sent } = stop;
    const write = current.steps.find(({ id }) => id === stepId)?.write;
    const next = after(stoppedStep(current, stepId, stop), problem, sent, delivery);
    if (state !== 'trying') return end(next);
    const fence = sent && write ? { fence: { ms: quietAfter(problem, write), until: null } } : {};
    const waits = asKnown({ ...next, ...fence });
    // Nothing lowers the fence after a lost answer: not a press, not a look-up that failed, not that it wants the rep
    // now, who may press at once.
    const left = fences.left(waits);
    if (left === 0) return end(waits);
    const nextAt = Math.max(wall() + left, Date.parse(next.nextAt ?? '') || 0);
    return end({ ...waits, nextAt: new Date(nextAt).toISOString() });
  };
  /** A look-up just now found nothing of it: nothing is sent before the fence. */
  const soon = () => end({ ...current, state: 'waiting', nextAt: inMs(fences.left(current)) });

  onChange(current);
  const unwritten = () => inOrder(current.steps).filter((step) => step.state !== 'done');
  const steps = unwritten();
  const first = steps[0];
  let session: CrmSession | undefined;
  try {
    if (first) session = await delivery.openSession();
    // However this try ends, it says nothing more of the sign-in before: where this one is refused too, it is told anew.
    if (session) current = signedIn(current);
    if (session && (await delivery.isClear?.(session)) === false)
      return end({ ...current, state: 'waiting' });
  } catch (error) {
    if (first) return stopped(first.id, { problem: problemOf(error), state: first.state, sent: false });
  }

  const hear = () => session && fences.told(account, session);
  const gate: Gate = {
    passed: () => {
      hear();
      return fences.left(current) === 0;
    },
    learn: () => {
      hear();
      current = asKnown(current);
      return fences.left(current) === 0;
    },
  };

  // What the rep has edited while its answer was lost goes on only when it is known whether it arrived.
  for (const step of steps.filter(({ instead }) => instead !== undefined)) {
    if (!session) break;
    try {
      const found = await lookedUp(session, current, step, gate);
      if (found === 'early') return soon();
      show(resolved(current, step, found));
    } catch (error) {
      const problem = problemOf(error);
      // It got there and does not stand. Where the rep has dropped it, that is as it should be; what they want instead is
      // theirs to send, who have to see that first.
      if (problem.kind === 'not-moved' && step.instead === null && step.write.kind === 'fields') {
        show(resolved(current, step, null));
      } else if (problem.kind === 'not-moved') {
        show(notKept(current, step));
        return stopped(step.id, { problem, state: 'failed', sent: false });
      } else return stopped(step.id, { problem, state: step.state, sent: false });
    }
  }

  for (const step of session ? unwritten() : []) {
    if (!session) break;
    // What was done before is safe before more is asked that may take long; else it is kept together with the next.
    if (unsaved && (compares(step) || step.state !== 'waiting'))
      await keep(current).catch(reported('outbox.deliver', undefined));
    const outcome = await attempt(session, step, gate, () => current, {
      trying: () => {
        fences.begin(current.id);
        const fence = unknown([step]);
        return keep({ ...trying(current, step), nextAt: inMs(fence.ms), fence });
      },
      // The call may have gone out as late as this, and only what is told from here on tells of the time after it.
      lost: () => fences.begin(current.id),
    });
    hear();
    if (outcome === 'early') return soon();
    if ('problem' in outcome) return stopped(step.id, outcome);
    // The CRM has it; if it can't be kept here, the next look-up finds it there.
    show(done(current, step, outcome));
  }

  const finishedAt = now().toISOString();
  fences.forget(current.id);
  const written: Submission = { ...fenced(current, null), state: 'written', nextAt: null, finishedAt };
  await store.finish(written).catch((error: unknown) => {
    report(error, 'outbox.finish');
    delivery.unkept(written);
  });
  onChange(written);
  return written;
}

/** What is to become of a submission that was stopped. */
function after(current: Submission, problem: Problem, sent: boolean, { now, random }: Delivery): Submission {
  const tries = (current.tries ?? 0) + 1;
  switch (curedBy(problem, tries)) {
    case 'time': {
      const at = now().getTime() + delay(problem, tries, sent, random);
      return { ...current, state: 'waiting', tries, nextAt: new Date(at).toISOString() };
    }
    case 'sign-in':
      return { ...current, state: 'waiting', nextAt: null };
    case 'rep':
      return { ...current, state: 'failed', nextAt: null, finishedAt: now().toISOString() };
  }
}
