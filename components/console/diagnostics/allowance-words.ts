// What is left of an account's calls, in words.
import type { Allowance } from '@/lib/crm/shared/crm';

const number = new Intl.NumberFormat('en-GB');

/** "14,870 of 15,000 calls left in 24 hours". */
export function allowanceWords({ max, remaining, windowMs }: Allowance): string {
  return `${number.format(remaining)} of ${number.format(max)} calls left in ${spanWords(windowMs)}`;
}

function spanWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 120) return counted(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour');
}

const counted = (count: number, word: string) => `${number.format(count)} ${word}${count === 1 ? '' : 's'}`;

/** The part that is left, from 0 to 1. */
export const partLeft = ({ max, remaining }: Allowance): number =>
  max > 0 ? Math.min(1, Math.max(0, remaining / max)) : 0;

/** Below this part nothing is sent that nobody waits for: it is left to the rest of the team. */
export const RESERVE = 0.2;
