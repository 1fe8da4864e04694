// Everything that can go wrong between us and a CRM, as data that can be shown to the person who can act.
import type { Problem, ProblemKind } from './schema';
import { toldProblem } from './told';

export { type Problem, type ProblemKind, ProblemSchema, problemKinds } from './schema';

/** Whether a number is one that HTTP has for how a call ended: what a body names as such may be anything. */
export const isStatus = (status: number): boolean =>
  Number.isInteger(status) && status >= 100 && status <= 599;

/** They pass when the sign-in is another one, and hold the whole account until then. */
export const signInKinds: readonly ProblemKind[] = [
  'not-connected',
  'key-refused',
  'sign-in',
  'no-api',
  'wrong-account',
  'other-user',
];

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Thrown inside lib/crm and turned into a Result where a message is answered. Its texts are bounded (told.ts). */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** `cause`: the error that it was made from, for the trace alone; nothing of it is shown. */
  constructor(problem: Problem, options?: { cause: unknown }) {
    const told = toldProblem(problem);
    super(told.message, options);
    this.name = 'ProblemError';
    this.problem = told;
  }
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = <T>(problem: Problem): Result<T> => ({ ok: false, problem });

/** The CRM could not be asked just now: what was last read of it is the best that there is. */
export const outOfReach = ({ kind }: Problem): boolean =>
  kind === 'offline' || kind === 'timeout' || kind === 'crm-down';
