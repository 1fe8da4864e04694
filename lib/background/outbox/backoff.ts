// When something that passes is tried again. Pure.
import type { Problem } from '@/lib/problem/problem';
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Write } from '@/lib/qualification/plan/submission';
import { mayHaveActed } from './problems';

/** The longest wait between two tries, unless the CRM itself asks for longer. */
export const CAP_MS = 15 * 60_000;
/** After we have waited for an answer in vain, for 20 s, the CRM may act late: not sooner than this. */
export const QUIET_MS = 30_000;
/** The same where nobody waited so long: the worker died, or the connection broke, perhaps just after the call went out. */
export const DEATH_QUIET_MS = QUIET_MS + 20_000;

/**
 * So much longer where a call that arrives late would make a second note, task or deal: nothing compares it with what is
 * there. Two minutes in all, which is a judgment and no vendor's word: Salesforce ends a call only after ten minutes (API
 * Request Limits and Allocations), HubSpot names no end, and a record that is held back for ten helps nobody.
 */
const MAKING_MS = 70_000;
/** The longest of all. */
const MOST_QUIET_MS = DEATH_QUIET_MS + MAKING_MS;

/** It would be there twice: no value of a field is compared before it, and no record turns into another. */
function makesTwice(write: Write): boolean {
  const parts = partsOf(write);
  const compared = parts.some(
    (part) => part.kind === 'form' || (part.kind === 'fields' && part.changes.length > 0),
  );
  return !compared && parts.some(({ kind }) => kind !== 'fields');
}

/** How long this call may still act, where nobody waited for its answer, in ms. */
export const quietOf = (write: Write): number => DEATH_QUIET_MS + (makesTwice(write) ? MAKING_MS : 0);

/** How long after its answer was lost a call may still act, in ms. A CRM may answer 408 itself, at any time. */
export const quietAfter = (problem: Problem, write: Write): number =>
  leastAfter(problem) + quietOf(write) - DEATH_QUIET_MS;

/** The least of it, whatever was sent: before that nothing is worth a try. */
const leastAfter = ({ kind, status }: Problem): number =>
  kind === 'timeout' && status === undefined ? QUIET_MS : DEATH_QUIET_MS;
/** What a CRM may ask for at most, as where its answers are read; rows of older versions may have kept more. */
const ASKED_MOST_MS = 60 * 60_000;

const FIRST_MS = 2_000;

/** What the CRM asked for in Retry-After, within reason. */
export const askedFor = (problem: Problem | null): number =>
  Math.min(problem?.retryAfterMs ?? 0, ASKED_MOST_MS);

const spanOf = (tries: number): number => Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(tries, 20));

/** The longest that one waits that was stopped so often, in ms: whatever its row says, it can have meant no more. */
export function longest(problem: Problem | null, tries: number): number {
  const least = Math.max(MOST_QUIET_MS, askedFor(problem));
  return least >= CAP_MS ? least : Math.min(CAP_MS, least + spanOf(tries));
}

/**
 * Milliseconds to wait after the `tries`th stop (1 is the first): a random part of a span that doubles each time (full
 * jitter), on top of what must pass at least. `sent`: whether the write itself was sent.
 */
export function delay(problem: Problem, tries: number, sent: boolean, random: () => number): number {
  const span = spanOf(tries);
  const asked = askedFor(problem);
  const least = Math.max(sent && mayHaveActed(problem) ? leastAfter(problem) : FIRST_MS, asked);
  return least >= CAP_MS ? least : Math.min(CAP_MS, least + Math.round(random() * span));
}

/** The time kept in a row, held to what it can have meant: a clock that was put back must not stall it for hours. */
export function dueAt(
  nextAt: string | null | undefined,
  problem: Problem | null,
  tries: number,
  now: number,
): number {
  const at = nextAt ? Date.parse(nextAt) : now;
  if (Number.isNaN(at)) return now;
  return Math.min(at, now + longest(problem, tries));
}
