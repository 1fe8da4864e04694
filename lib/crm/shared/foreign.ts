// Refusals that a CRM did not word itself. Whatever stands between (a proxy, a gateway) may answer after the CRM has acted.
import { ProblemError } from '@/lib/problem/problem';

/** A refusal in another form than the CRM's own. Of a call that only reads it means what its status says. */
export class ForeignRefusal extends ProblemError {}

/**
 * What a refusal means for a call that makes or changes something: only the CRM knows that nothing was done, so that in
 * another form than its own the answer is lost. What passes for a fault or a time-out is that already.
 */
export function asLost(error: ProblemError, crm: string): ProblemError {
  const { kind, status, retryAfterMs } = error.problem;
  if (!(error instanceof ForeignRefusal) || kind === 'crm-down' || kind === 'timeout') return error;
  return new ProblemError(
    {
      kind: 'odd-answer',
      message: `Something that is not ${crm}'s API answered with status ${status}.`,
      ...(status === undefined ? {} : { status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
    { cause: error },
  );
}
