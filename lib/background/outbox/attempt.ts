// One step of a submission, looked up and sent once: what came of it, or what stopped it and whether it may have acted.

import type { CrmSession } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import { changesOf } from '@/lib/qualification/plan/parts';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { compare } from './compare';
import { curedBy, mayHaveActed, problemOf } from './problems';

/** `sent`: a write went out in this try, so that it may arrive yet. */
export type Stop = { problem: Problem; state: Step['state']; sent: boolean };
/** `before`: it was there before this try sent anything. early: it is not there, and may arrive yet. */
type Outcome = { result: NonNullable<Step['result']>; before: boolean } | Stop | 'early';

/** What holds a step back that may have been sent: `passed` by what is known now, `learn` after an answer, which may tell more. */
export type Gate = { passed: () => boolean; learn: () => boolean };

/**
 * Whether it is there; null: it is not, and nothing of it arrives any more; early: it may arrive yet. That the time is
 * over has to be known before it is looked up: what arrives between the look and its answer is missed by it.
 */
export async function lookedUp(
  session: CrmSession,
  submission: Submission,
  step: Step,
  gate: Gate,
): Promise<Step['result'] | 'early'> {
  for (;;) {
    const safe = step.state !== 'trying' || gate.passed();
    try {
      const found = await session.probe(submission, step);
      if (found || safe) return found;
    } catch (error) {
      // An earlier try got there, and what it set does not stand; yet it may be the look-up that came too early.
      if (safe || problemOf(error).kind !== 'not-moved') throw error;
    }
    if (!gate.learn()) return 'early';
  }
}

/**
 * Looks first where it may have been sent before. `current` is the submission as it stands, `trying` keeps that the step
 * is about to be sent, `lost` hears that its answer was lost. Never rejects.
 */
export async function attempt(
  session: CrmSession,
  step: Step,
  gate: Gate,
  current: () => Submission,
  keep: { trying: () => Promise<void>; lost: () => void },
): Promise<Outcome> {
  const again = step.state !== 'waiting';
  try {
    const found = again ? await lookedUp(session, current(), step, gate) : null;
    if (found === 'early') return found;
    if (found) return { result: found, before: true };
    // What goes together has happened whole or not at all, so it leaves no half-done work of ours behind.
    const ours = again && step.write.kind === 'fields';
    if (!session.comparesItself) await compare(session, current(), changesOf(step.write), ours);
    await keep.trying();
  } catch (error) {
    const problem = problemOf(error);
    // An earlier try got there, and what it set does not stand.
    const kept = problem.kind !== 'not-moved';
    // Nothing was sent this time; what else is known of an earlier try is as it was.
    const state = !kept || (!again && curedBy(problem, 0) === 'rep') ? 'failed' : step.state;
    return { problem: step.state === 'trying' ? untold(problem) : problem, state, sent: false };
  }
  try {
    return { result: await session.write(current(), step), before: false };
  } catch (error) {
    const problem = problemOf(error);
    if (!mayHaveActed(problem)) return { problem, state: 'failed', sent: true };
    keep.lost();
    return lookUp(session, current(), step, problem);
  }
}

/** Of a record that has become another one, or is gone, no look-up tells any more whether what was sent has arrived. */
const untold = (problem: Problem): Problem =>
  ['merged', 'converted', 'gone'].includes(problem.kind) && problem.standing === undefined
    ? { ...problem, standing: 'It was sent before, and nobody knows whether it arrived: look there' }
    : problem;

/** After a lost answer the CRM is asked at once. Nothing found means little yet: it may still be at it. */
async function lookUp(
  session: CrmSession,
  submission: Submission,
  step: Step,
  problem: Problem,
): Promise<Outcome> {
  const found = await session.probe(submission, step).catch(reported('outbox.attempt', null));
  return found ? { result: found, before: false } : { problem, state: 'trying', sent: true };
}
