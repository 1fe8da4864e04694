// Keeps tokens out of every word that leaves the background.
import type { Tokens } from '@/lib/crm/crm';
import { withoutSecrets } from '@/lib/crm/without-secrets';
import { ProblemError } from '@/lib/problem';

/** A part of a secret this long, as where a text was cut, tells too much of it. */
const PART = 24;

/** The error as it may be told: one whose words hold a secret keeps only its kind. Anything foreign becomes 'unexpected'. */
export function scrubbed(error: unknown, ...secrets: (Tokens | string)[]): ProblemError {
  if (!(error instanceof ProblemError)) {
    return new ProblemError(
      { kind: 'unexpected', message: 'Stagecheck made a mistake while signing in. Nothing was kept of it.' },
      { cause: error },
    );
  }
  const text = JSON.stringify(error.problem);
  const all = secrets.flatMap(secretTexts);
  if (withoutSecrets(text, all) === text && !all.some((secret) => holdsPart(text, secret))) return error;
  return new ProblemError({
    kind: error.problem.kind,
    message: 'The CRM refused the sign-in; its words held a secret and are not shown.',
  });
}

function holdsPart(text: string, secret: string): boolean {
  for (let at = 0; at + PART <= secret.length; at += 1)
    if (text.includes(secret.slice(at, at + PART))) return true;
  return false;
}

function secretTexts(secret: Tokens | string): string[] {
  const all = typeof secret === 'string' ? [secret] : [secret.access, secret.refresh ?? ''];
  return all.filter((text) => text !== '');
}
