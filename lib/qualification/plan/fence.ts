// Whether a submission waits only until the CRM can no longer act on a call whose answer was lost. Pure.
import type { Submission } from './submission';

/** A fence is over within this; longer is a wait of another kind. */
const SOON_MS = 3 * 60_000;

/** Whether a next time (ISO) is that of a fence, and none of this computer's clock. */
export const isSoon = (nextAt: string | null, now: Date): boolean =>
  !(Date.parse(nextAt ?? '') > now.getTime() + SOON_MS);

export function waitsForFence(
  { state, fence, nextAt }: Pick<Submission, 'state' | 'fence' | 'nextAt'>,
  now: Date,
): boolean {
  return state === 'waiting' && fence !== undefined && isSoon(nextAt ?? null, now);
}
