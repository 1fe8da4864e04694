// One step of a submission, looked up and sent once: what came of it, or what stopped it and whether it may have acted.
import type { CrmSession } from '@/lib/crm/crm';
import type { Problem } from '@/lib/problem';
import { changesOf } from '@/lib/qualification/parts';
import type { Step, Submission } from '@/lib/qualification/submission';
import { compare } from './compare';
import { curedBy, mayHaveActed, problemOf } from './problems';

/** `sent`: a write went out in this try, so that it may arrive yet. */
export type Stop = { problem: Problem; state: Step['state']; sent: boolean };
/** `before`: it was there before this try sent anything. early: it is not there, and may arrive yet. */
type Outcome = { result: NonNullable<Step['result']>; before: boolean } | Stop | 'early';

/**
 * Looks first where it may have been sent before. `early`: so lately that not being there means nothing. `current` is
 * the submission as it stands, `trying` keeps that the step is about to be sent. Never rejects.
 */
export async function attempt(
  session: CrmSession,
  step: Step,
  early: boolean,
  current: () => Submission,
  keep: { trying: () => Promise<void> },
): Promise<Outcome> {
  const again = step.state !== 'waiting';
  try {
    const found = again ? await session.probe(current(), step) : null;
    if (found) return { result: found, before: true };
    if (step.state === 'trying' && early) return 'early';
    // What goes together has happened whole or not at all, so it leaves no half-done work of ours behind.
    const ours = again && step.write.kind === 'fields';
    if (!session.comparesItself) await compare(session, current(), changesOf(step.write), ours);
    await keep.trying();
  } catch (error) {
    const problem = problemOf(error);
    // An earlier try got there, and what it set does not stand; yet it may be the look-up that came too early.
    const kept = problem.kind !== 'not-moved';
    if (!kept && step.state === 'trying' && early) return 'early';
    // Nothing was sent this time; what else is known of an earlier try is as it was.
    const state = !kept || (!again && curedBy(problem, 0) === 'rep') ? 'failed' : step.state;
    return { problem, state, sent: false };
  }
  try {
    return { result: await session.write(current(), step), before: false };
  } catch (error) {
    const problem = problemOf(error);
    if (!mayHaveActed(problem)) return { problem, state: 'failed', sent: true };
    return lookUp(session, current(), step, problem);
  }
}

/** After a lost answer the CRM is asked at once. Nothing found means little yet: it may still be at it. */
async function lookUp(
  session: CrmSession,
  submission: Submission,
  step: Step,
  problem: Problem,
): Promise<Outcome> {
  const found = await session.probe(submission, step).catch(() => null);
  return found ? { result: found, before: false } : { problem, state: 'trying', sent: true };
}
