// The browser's locks for the outbox, waited for in reason: a worker that the browser is ending may keep what it held.
import { ProblemError } from '@/lib/problem/problem';

/** Longer than any write of a living worker keeps one waiting that has nothing else before it. */
const PATIENCE_MS = 60_000;

type Request = <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

export const browserRequest: Request = async (name, signal, work) =>
  await navigator.locks.request(name, { signal }, work);

/**
 * Rejects with ProblemError 'in-use' where the lock is not had by then, so that whoever waits goes on to something else
 * and comes back. It is never taken from whoever holds it: that one may still write.
 */
export function patientLock(
  request: Request,
  ms = PATIENCE_MS,
): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  return async (name, work) => {
    const patience = new AbortController();
    let had = false;
    const timer = setTimeout(() => patience.abort(), ms);
    try {
      return await request(name, patience.signal, () => {
        had = true;
        clearTimeout(timer);
        return work();
      });
    } catch (error) {
      if (had || !patience.signal.aborted) throw error;
      throw new ProblemError({
        kind: 'in-use',
        message:
          'An earlier run of Stagecheck has not let go of this record yet. If that lasts, start the browser again.',
      });
    } finally {
      clearTimeout(timer);
    }
  };
}
