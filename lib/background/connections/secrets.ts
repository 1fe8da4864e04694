// Keeps tokens out of every word that leaves the background.
import type { Tokens } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import { withoutParts } from '@/lib/util/redact';

/** The error as it may be told: one whose words hold a secret, or a good part of one, keeps only its kind. Anything foreign becomes 'unexpected'. */
export function scrubbed(error: unknown, ...secrets: (Tokens | string)[]): ProblemError {
  if (!(error instanceof ProblemError)) {
    return new ProblemError(
      { kind: 'unexpected', message: 'Stagecheck made a mistake while signing in. Nothing was kept of it.' },
      { cause: error },
    );
  }
  const text = JSON.stringify(error.problem);
  const all = secrets.flatMap(secretTexts);
  if (withoutParts(text, all) === text) return error;
  return new ProblemError({
    kind: error.problem.kind,
    message: 'The CRM refused the sign-in; its words held a secret and are not shown.',
  });
}

function secretTexts(secret: Tokens | string): string[] {
  const all = typeof secret === 'string' ? [secret] : [secret.access, secret.refresh ?? ''];
  return all.filter((text) => text !== '');
}
