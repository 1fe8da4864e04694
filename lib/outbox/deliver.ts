// Carries one submission to the CRM as far as it goes: each step kept before and after, looked up before it is repeated.
//
//   waiting --> trying --> done
//                 |  \---> failed    the CRM said no
//                 \------> trying    the answer was lost: it may have happened, and may happen yet
//   failed, trying --(again)--> looked up first; only what isn't there is sent, and after a lost answer not at once
import type { CrmSession } from '@/lib/crm/crm';
import type { Problem } from '@/lib/problem';
import type { Submission } from '@/lib/qualification/submission';
import { attempt, type Stop } from './attempt';
import { DEATH_QUIET_MS, delay, QUIET_MS } from './backoff';
import { notKept, resolved } from './instead';
import { curedBy, problemOf } from './problems';
import { lookedUpUntil } from './quiet';
import { compares, inOrder } from './records';
import { done, stopped as stoppedStep, trying } from './step-states';
import type { SubmissionStore } from './store';

export type Delivery = {
  submission: Submission;
  /** May reject with ProblemError. */
  openSession: () => Promise<CrmSession>;
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
  /** Until then what may have been sent is only looked up. */
  const quietUntil = lookedUpUntil(delivery.submission, now());
  let current: Submission = { ...delivery.submission, state: 'writing', finishedAt: null };
  let unsaved = false;
  const show = (next: Submission) => {
    current = next;
    unsaved = true;
    onChange(next);
  };
  const keep = async (next: Submission) => {
    current = next;
    await store.put(next);
    unsaved = false;
    onChange(next);
  };
  /** The last word of this try. What can't be kept is known in this life, and looked up in the next. */
  const end = async (next: Submission) => {
    await keep(next).catch(() => onChange(next));
    return next;
  };
  const stopped = (stepId: string, stop: Stop) => {
    const { problem, state, sent } = stop;
    const next = after(stoppedStep(current, stepId, stop), problem, sent, delivery);
    // Nothing makes the quiet after a lost answer shorter: not a press, not a look-up that failed, not that it wants
    // the rep now, who may press at once.
    const quiet = sent ? now().getTime() + QUIET_MS : quietUntil;
    if (state !== 'trying' || !(quiet > now().getTime())) return end(next);
    const nextAt = Math.max(quiet, Date.parse(next.nextAt ?? '') || 0);
    return end({ ...next, nextAt: new Date(nextAt).toISOString() });
  };

  const early = () => quietUntil > now().getTime();
  /** A look-up just now found nothing of it: half a minute from here is as good as what was planned. */
  const soon = () => {
    const at = Math.min(quietUntil, now().getTime() + QUIET_MS);
    return end({ ...current, state: 'waiting', nextAt: new Date(at).toISOString() });
  };

  onChange(current);
  const unwritten = () => inOrder(current.steps).filter((step) => step.state !== 'done');
  const steps = unwritten();
  const first = steps[0];
  let session: CrmSession | undefined;
  try {
    if (first) session = await delivery.openSession();
  } catch (error) {
    if (first) return stopped(first.id, { problem: problemOf(error), state: first.state, sent: false });
  }

  // What the rep has edited while its answer was lost goes on only when it is known whether it arrived.
  for (const step of steps.filter(({ instead }) => instead !== undefined)) {
    if (!session) break;
    try {
      const found = await session.probe(current, step);
      if (!found && early()) return soon();
      show(resolved(current, step, found));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === 'not-moved' && early()) return soon();
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
    if (unsaved && (compares(step) || step.state !== 'waiting')) await keep(current).catch(() => undefined);
    const outcome = await attempt(session, step, early(), () => current, {
      trying: () => {
        const nextAt = new Date(now().getTime() + DEATH_QUIET_MS).toISOString();
        return keep({ ...trying(current, step), nextAt });
      },
    });
    if (outcome === 'early') return soon();
    if ('problem' in outcome) return stopped(step.id, outcome);
    // The CRM has it; if it can't be kept here, the next look-up finds it there.
    show(done(current, step, outcome));
  }

  const finishedAt = now().toISOString();
  const written: Submission = { ...current, state: 'written', nextAt: null, finishedAt };
  await store.finish(written).catch(() => delivery.unkept(written));
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
