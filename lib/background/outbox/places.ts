// Who is on its way and takes a place of its account; one that hangs gives it up, so that others go.
import { report } from '@/lib/diagnostics/report';
import type { EngineNeeds } from './engine-needs';
import type { Entry } from './line';
import type { Pace } from './pace';

/** A delivery that takes longer hangs on something: it keeps its record, and others get its place. */
const HANGS_MS = 3 * 60_000;

/** `elapsed`: ms since some moment, moved by no change of the computer's clock. */
export function createPlaces(pace: Pick<Pace, 'began' | 'ended'>, elapsed: () => number) {
  const places = new Map<Entry, { since: number; leave: () => void }>();

  return {
    /** Gives what leaves the place. */
    take(entry: Entry): () => void {
      pace.began(entry.account);
      const leave = () => {
        if (places.delete(entry)) pace.ended(entry.account);
      };
      places.set(entry, { since: elapsed(), leave });
      return leave;
    },
    /** Those that have hung for so long that they have just given up their place. */
    passHanging(): Entry[] {
      const hang = [...places].filter(([, { since }]) => elapsed() - since >= HANGS_MS);
      for (const [, { leave }] of hang) leave();
      return hang.map(([entry]) => entry);
    },
  };
}

/** What those who are told make of it is no reason for anything to stop. */
export function heedless(tellThem: () => void): void {
  try {
    tellThem();
  } catch (error) {
    report(error, 'outbox.tell');
    // A page or a badge that can't be told finds out when it asks.
  }
}

/** Under the locks of all that it touches, one after the other in the one order. */
export function underLocks<T>(
  lock: EngineNeeds['lock'],
  touched: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  return touched.reduceRight<() => Promise<T>>((inner, key) => () => lock(`outbox/${key}`, inner), work)();
}
