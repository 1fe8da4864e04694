// What a problem means for a delivery: may the write have happened all the same, and who makes it go on?
import { type Problem, ProblemError, type ProblemKind, signInKinds } from '@/lib/problem/problem';
import { toldProblem } from '@/lib/problem/told';

/** The answer was lost or made no sense: the CRM may have acted before, and may act yet. */
const LOST: readonly ProblemKind[] = ['timeout', 'offline', 'crm-down', 'odd-answer', 'unexpected'];
/** Passes by itself. */
const PASSING: readonly ProblemKind[] = [...LOST, 'busy', 'in-use', 'storage', 'in-line'];
/** Of what we did not foresee, this many tries: what is a bug of ours does not get better for ever. */
const UNEXPECTED_MOST = 3;

export const mayHaveActed = (problem: Problem): boolean => LOST.includes(problem.kind);

/** What makes a stopped submission go on: time, another sign-in, or the rep alone. `tries`: how often it was stopped. */
export function curedBy(problem: Problem, tries: number): 'time' | 'sign-in' | 'rep' {
  if (signInKinds.includes(problem.kind)) return 'sign-in';
  if (problem.kind === 'unexpected') return tries < UNEXPECTED_MOST ? 'time' : 'rep';
  return PASSING.includes(problem.kind) ? 'time' : 'rep';
}

/** It holds for the account and not for the one record: whoever comes next would hear the same. */
export function holdsAccount(problem: Problem): 'busy' | 'offline' | 'sign-in' | null {
  const { kind, status, usedUp, retryAfterMs } = problem;
  // Whoever says it on the way there, and so that nobody knows what was done, says it of all calls.
  const forNow = kind === 'busy' || kind === 'odd-answer';
  if (forNow && (status === 429 || status === 420 || usedUp !== undefined)) return 'busy';
  // It was said when to ask again: the CRM is overloaded, or moves the account elsewhere.
  if (retryAfterMs && (forNow || kind === 'crm-down')) return 'busy';
  if (kind === 'offline') return 'offline';
  return kind === 'not-connected' || kind === 'key-refused' || kind === 'wrong-account' ? 'sign-in' : null;
}

/** The problem in anything thrown. A bug of ours becomes 'unexpected' with its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return toldProblem({ kind: 'unexpected', message: error instanceof Error ? error.message : String(error) });
}

/** What is not kept here, or is not what the tab shows. */
export const gone = () =>
  new ProblemError({ kind: 'gone', message: 'This submission is no longer kept here.' });
