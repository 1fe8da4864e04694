// Where every error goes that is caught and not passed on: to one sink of this script, which each entry point sets.

/** Takes an error that was caught at `where`, at that time. It makes a row of it: what starts a worker takes that not along. */
type Sink = (error: unknown, where: string, at: Date) => void;

/** Kept while no sink is there yet, as when a worker has just started. */
const MOST_EARLY = 20;

let sink: Sink | null = null;
let early: Parameters<Sink>[] = [];
let clock = () => new Date();

/** Sends what is reported from now on, and what was before, to this sink. null: nobody takes it (for tests). */
export function sendReportsTo(next: Sink | null, now: () => Date = clock): void {
  sink = next;
  clock = now;
  if (sink === null) return;
  for (const one of early) sink(...one);
  early = [];
}

/** Leaves a trace of an error that goes no further. `where`: "area.what", fixed in the code. Never throws. */
export function report(error: unknown, where: string): void {
  if (sink) sink(error, where, clock());
  else early = [...early, [error, where, clock()] satisfies Parameters<Sink>].slice(-MOST_EARLY);
}

/** For `.catch(...)`: reports the error, and goes on with `instead`. */
export function reported<T>(where: string, instead: T): (error: unknown) => T {
  return (error) => {
    report(error, where);
    return instead;
  };
}

/** For a second look at a promise whose error another one passes on. `error` is taken, so that no one drops it unseen. */
export function passedOn(_error: unknown): undefined {
  return undefined;
}

type Target = Pick<typeof globalThis, 'addEventListener'>;

/** Reports what nobody caught in this script. */
export function reportUncaught(target: Target, where: string): void {
  target.addEventListener('error', (event) =>
    report(event instanceof ErrorEvent ? event.error : null, where),
  );
  target.addEventListener('unhandledrejection', (event) =>
    report('reason' in event ? event.reason : null, where),
  );
}
