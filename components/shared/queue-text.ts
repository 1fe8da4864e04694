// What a row of the queue is called and what it waits for, in words that the popup and the console share.
import { problemWords } from '@/lib/problem/text';
import type { QueueRow, UnsentRow } from '@/lib/protocol/queue';
import { isSoon } from '@/lib/qualification/plan/fence';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "10:42" for an ISO time of today, "yesterday", "3 Oct", "3 Oct 2025"; '' for what is no time. */
export function whenWords(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  if (date.toDateString() === now.toDateString()) return clock.format(date);
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === before.toDateString()) return 'yesterday';
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** When what waits goes on by itself, in half a line. */
export function waitingWords({ problem, nextAt, crmName, mayArrive }: UnsentRow, now: Date): string {
  if (problem?.kind === 'in-line')
    return problem.takenBack ? 'goes on within a few minutes' : 'after the one before it';
  if (problem && problemWords(problem, crmName).action === 'reconnect') return 'waits for the sign-in';
  if (mayArrive && isSoon(nextAt, now)) return 'may still arrive, goes on within a few minutes';
  const at = nextAt === null ? '' : whenWords(nextAt, now);
  return at === '' ? 'next in line' : `waits, next try at ${at}`;
}

/** Who it is; a record whose name an older version did not keep goes by its number. */
export function nameOf({ name, ref }: Pick<QueueRow, 'name' | 'ref'>): string {
  return name.trim() || `Record ${ref.id}`;
}
