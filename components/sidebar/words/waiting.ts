// Why a submission waits, and until when, in a sentence each.
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import { waitsForFence } from '@/lib/qualification/plan/fence';
import type { Submission } from '@/lib/qualification/plan/submission';
import { whenWords } from './time';

export type WaitingWords = {
  why: string;
  when: string;
  /** What a person can do about it, in the problem's own words; '' where there is nothing. */
  todo: string;
  /** Goes on only when someone has signed in. */
  signIn: boolean;
};

/** `submission` is waiting; `crm` is the CRM's own name. */
export function waitingWords(submission: Submission, crm: string, now: Date): WaitingWords {
  const problem = submission.steps.find((step) => step.problem !== null)?.problem ?? null;
  const words = problem && problemWords(problem, crm);
  const why = words ? `${words.title}.` : 'It is next in line.';
  const signIn = words?.action === 'reconnect';
  const fenced = !signIn && problem?.kind !== 'in-line' && waitsForFence(submission, now);
  const when = fenced
    ? 'The last try may still arrive, so it isn’t sent again yet. It goes on within a few minutes.'
    : whenNext(problem, submission.nextAt ?? null, signIn, crm, now);
  return { why, when, todo: words?.todo ?? '', signIn };
}

function whenNext(
  problem: Problem | null,
  nextAt: string | null,
  signIn: boolean,
  crm: string,
  now: Date,
): string {
  const at = nextAt === null ? '' : whenWords(nextAt, now);
  if (problem?.users?.as === 'chosen')
    return `It goes on when ${problem.users.answered} is chosen again in the connections.`;
  if (problem?.barred) return 'It goes on when you have allowed it in the connections.';
  if (problem?.kind === 'other-user' && problem.users)
    return `It goes on when ${problem.users.answered} is signed in to ${crm}.`;
  if (signIn) return `It goes on when you have signed in to ${crm} again.`;
  if (problem?.takenBack) return 'It goes on within a few minutes.';
  if (problem?.kind === 'in-line') return 'It goes on when the earlier one is written or taken back.';
  if (at === '') return 'It goes on in a moment.';
  if (problem?.kind === 'offline') return `It goes on when the network is back; next try at ${at}.`;
  return `Next try at ${at}.`;
}
