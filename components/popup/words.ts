// The popup's words: how far someone is, and all of the queue in one line.
import type { DraftRow, Queue } from '@/lib/protocol/queue';

/** "Lead · 2 more answers for Prospect". */
export function draftWords({ seen, stage, next, missing }: DraftRow): string {
  if (!seen) return 'Open it to see how far it is';
  const now = stage ?? 'No stage yet';
  if (next === null) return now;
  if (missing === null) return `${now} · an answer speaks against ${next}`;
  return `${now} · ${missing} more ${missing === 1 ? 'answer' : 'answers'} for ${next}`;
}

/** "1 conversation", "4 conversations". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** All of the queue in one line, for those who listen. */
export function queueWords({ unsent, drafts, written }: Queue): string {
  return `${unsent.length} waiting to be written, ${drafts.length} unfinished, ${written.length} written today.`;
}
