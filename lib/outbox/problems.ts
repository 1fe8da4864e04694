// What a problem means for a delivery: may the write have happened all the same, and is it worth trying again?
import { type Problem, ProblemError, type ProblemKind } from '@/lib/problem';

/** The answer was lost or made no sense: the CRM may have acted before. */
const LOST: readonly ProblemKind[] = ['timeout', 'offline', 'crm-down', 'odd-answer', 'unexpected'];
/** Passes by itself; all others want a person to change something first. */
const PASSING: readonly ProblemKind[] = [...LOST, 'busy', 'storage'];

export const mayHaveActed = (problem: Problem): boolean => LOST.includes(problem.kind);
export const isTemporary = (problem: Problem): boolean => PASSING.includes(problem.kind);

/** The problem in anything thrown. A bug of ours becomes 'unexpected' with its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
