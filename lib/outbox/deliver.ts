// Carries one submission to the CRM: step by step, kept before and after each, looked up before it is repeated.
//
//   waiting --> trying --> done
//                 |  \---> failed    the CRM said no, or a look-up found nothing of it
//                 \------> trying    the answer was lost and so was the look-up's: nobody knows yet
//   failed, trying --(try again)--> looked up first; only what isn't there is sent again
import type { CrmSession } from '@/lib/crm/crm';
import type { Problem } from '@/lib/problem';
import { changesOf, partOrder } from '@/lib/qualification/parts';
import type { Step, Submission } from '@/lib/qualification/submission';
import { compare } from './compare';
import { isTemporary, mayHaveActed, problemOf } from './problems';
import type { SubmissionStore } from './store';

export type Delivery = {
  submission: Submission;
  /** Asked for after the submission is kept; may reject with ProblemError. */
  openSession: () => Promise<CrmSession>;
  store: Pick<SubmissionStore, 'put' | 'dropDraft'>;
  onChange: (submission: Submission) => void;
  now: () => Date;
};

/** What stands beside writes that go together goes before them: a form that turns the record into another. */
const ORDER: readonly Step['write']['kind'][] = [...partOrder, 'together'];

/** Gives the submission as it ended: written, or failed with the problem on its step. Never rejects. */
export async function deliver(delivery: Delivery): Promise<Submission> {
  const { store, onChange, now } = delivery;
  let current: Submission = { ...delivery.submission, state: 'writing', finishedAt: null };
  const keep = async (next: Submission) => {
    current = next;
    await store.put(next);
    onChange(next);
  };

  const failed = async (stepId: string, problem: Problem, state: Step['state']) => {
    const finishedAt = isTemporary(problem) ? null : now().toISOString();
    const next = { ...withStep(current, stepId, { state, problem }), state: 'failed' as const, finishedAt };
    // If this can't be kept, the row still says 'trying' or 'writing', which is looked up as well.
    await keep(next).catch(() => onChange(next));
    return next;
  };

  const steps = inOrder(current.steps).filter((step) => step.state !== 'done');
  const first = steps[0];
  let session: CrmSession | undefined;
  try {
    await keep(current);
    if (first) session = await delivery.openSession();
  } catch (error) {
    if (first) return failed(first.id, problemOf(error), first.state);
  }

  for (const step of session ? steps : []) {
    if (!session) break;
    const outcome = await attempt(session, step, () => current, keep);
    if ('problem' in outcome) return failed(step.id, outcome.problem, outcome.state);
    const next = withStep(current, step.id, { state: 'done', result: outcome.result, problem: null });
    // The CRM has it; if it can't be kept here, the next look-up finds it there.
    await keep(next).catch(() => onChange(next));
  }

  const written: Submission = { ...current, state: 'written', finishedAt: now().toISOString() };
  await keep(written).catch(() => onChange(written));
  await store.dropDraft(written).catch(() => undefined);
  return written;
}

type Outcome = { result: NonNullable<Step['result']> } | { problem: Problem; state: Step['state'] };

async function attempt(
  session: CrmSession,
  step: Step,
  current: () => Submission,
  keep: (next: Submission) => Promise<void>,
): Promise<Outcome> {
  const again = step.state !== 'waiting';
  try {
    const found = again ? await session.probe(current(), step) : null;
    if (found) return { result: found };
    // What goes together has happened whole or not at all, so it leaves no half-done work of ours behind.
    const ours = again && step.write.kind === 'fields';
    await compare(session, current(), changesOf(step.write), ours);
    await keep(withStep(current(), step.id, { state: 'trying', problem: null }));
  } catch (error) {
    // Nothing was sent this time; what is known of an earlier try is as it was.
    return { problem: problemOf(error), state: again ? step.state : 'failed' };
  }
  try {
    return { result: await session.write(current(), step) };
  } catch (error) {
    const problem = problemOf(error);
    return mayHaveActed(problem) ? lookUp(session, current(), step, problem) : { problem, state: 'failed' };
  }
}

/** After a lost answer: the CRM is asked whether the step happened before anyone says that it failed. */
async function lookUp(
  session: CrmSession,
  submission: Submission,
  step: Step,
  problem: Problem,
): Promise<Outcome> {
  try {
    const found = await session.probe(submission, step);
    return found ? { result: found } : { problem, state: 'failed' };
  } catch {
    return { problem, state: 'trying' };
  }
}

function withStep(submission: Submission, id: string, change: Partial<Step>): Submission {
  return {
    ...submission,
    steps: submission.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  };
}

function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => ORDER.indexOf(a.write.kind) - ORDER.indexOf(b.write.kind));
}
