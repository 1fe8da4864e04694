// Whether a connection works, in words: what a test said, else what holds it, else that nobody has tested it yet.

import { whenWords } from '@/components/shared/queue-text';
import { type Problem, type ProblemKind, signInKinds } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { Connection } from '@/lib/protocol/messages';
import type { UnsentRow } from '@/lib/protocol/queue';
import type { Test } from './diagnostics-store';

/** `more`: what to do, or what is held beside it; '' for nothing. */
export type Health = { mark: 'yes' | 'no' | 'unknown' | 'later'; words: string; more: string };

/** What holds everything of an account, and not one record alone. */
const OF_ACCOUNT: readonly ProblemKind[] = [...signInKinds, 'busy', 'offline', 'timeout', 'crm-down'];

/** Why what waits for this account is held; null where nothing is. */
export function heldBy(
  { crm, account }: Pick<Connection, 'crm' | 'account'>,
  unsent: readonly UnsentRow[],
): Problem | null {
  const held = unsent.find(
    ({ ref, state, problem }) =>
      state === 'waiting' &&
      ref.crm === crm &&
      ref.account === account &&
      problem !== null &&
      OF_ACCOUNT.includes(problem.kind),
  );
  return held?.problem ?? null;
}

export function healthOf(
  { crmName, signedOut }: Pick<Connection, 'crmName' | 'signedOut'>,
  test: Test | null,
  held: Problem | null,
  now: Date,
): Health {
  if (test === 'going') return { mark: 'unknown', words: `Asking ${crmName} …`, more: '' };
  if (test?.problem) return stopped('', test.problem, crmName);
  if (signedOut)
    return {
      mark: 'no',
      words: `${crmName} ended the sign-in`,
      more: 'Open the connections and sign in again. All else is kept.',
    };
  if (test) {
    const more = held ? `What waits was held: ${lower(problemWords(held, crmName).title)}.` : '';
    return { mark: 'yes', words: `Works, tested ${clockWords(test.at, now)}`, more };
  }
  // What passes is told with its row; the CRM's words about it are of no use here.
  if (held && passes(held)) return { ...stopped('Held: ', { ...held, message: '' }, crmName), mark: 'later' };
  if (held) return stopped('Held: ', held, crmName);
  return { mark: 'unknown', words: 'Not tested yet', more: '' };
}

/** Nobody has to do anything about it. */
const passes = ({ kind }: Problem): boolean =>
  kind === 'busy' || kind === 'offline' || kind === 'timeout' || kind === 'crm-down';

function stopped(before: string, problem: Problem, crmName: string): Health {
  const { title, todo } = problemWords(problem, crmName);
  return { mark: 'no', words: before ? before + lower(title) : title, more: todo };
}

/** "at 14:02", "yesterday". */
export function clockWords(iso: string, now: Date): string {
  const when = whenWords(iso, now);
  return when.includes(':') ? `at ${when}` : when;
}

/** A title in the middle of a sentence: only its own plain first words lose their capital. */
const lower = (title: string): string =>
  title.replace(/^(The|This|You|Your|No|Someone|An|A|Something)\b/, (word) => word.toLowerCase());
