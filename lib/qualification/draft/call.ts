// The call's time: begins with the first answer, can be paused, and is over once nothing was answered for an hour.
import type { Call } from '../answers/draft';

/** Without an answer for this long, the call that was timed is over, and the next answer begins another. */
const OVER_MS = 60 * 60_000;

const since = (from: string, to: Date) => Math.max(0, to.getTime() - Date.parse(from));

/** The call after an answer: the first begins it, a later one lets it run on, paused or not. */
export function callAnswered(call: Call | undefined, now: Date): Call {
  const at = now.toISOString();
  if (!call || since(call.lastAt, now) > OVER_MS)
    return { startedAt: at, lastAt: at, pausedAt: null, pausedMs: 0 };
  return { ...resumed(call, now), lastAt: at };
}

/** Pauses the call, or lets it run on. */
export function callToggled(call: Call, now: Date): Call {
  return call.pausedAt === null ? { ...call, pausedAt: now.toISOString() } : resumed(call, now);
}

function resumed(call: Call, now: Date): Call {
  if (call.pausedAt === null) return call;
  return { ...call, pausedAt: null, pausedMs: call.pausedMs + since(call.pausedAt, now) };
}

/** Whole seconds that the call has run; null where there is none, or it is over. */
export function callSeconds(call: Call | undefined, now: Date): number | null {
  if (!call || since(call.lastAt, now) > OVER_MS) return null;
  return secondsUntil(call, now);
}

/** Minutes for the note, one at the least: until `now`, or until the last answer of a call that is over. */
export function callMinutes(call: Call | undefined, now: Date): number | null {
  if (!call) return null;
  const over = since(call.lastAt, now) > OVER_MS;
  return Math.max(1, Math.round(secondsUntil(call, over ? new Date(call.lastAt) : now) / 60));
}

function secondsUntil(call: Call, now: Date): number {
  const end =
    call.pausedAt === null || Date.parse(call.pausedAt) > now.getTime() ? now : new Date(call.pausedAt);
  return Math.floor(Math.max(0, since(call.startedAt, end) - call.pausedMs) / 1000);
}
