// The computer's clock and the browser's locks for the outbox's tests.

/** The computer's clock, and what goes on whatever it says: `move` lets time pass, `jump` only sets the clock. */
export function fakeClock(start = '2026-11-21T10:05:00.000Z') {
  let at = Date.parse(start);
  let passed = at;
  return {
    /** Time as it passes everywhere else: at the CRM, and for what counts. */
    elapsed: () => passed,
    now: () => new Date(at),
    iso: () => new Date(at).toISOString(),
    move: (ms: number) => {
      at += ms;
      passed += ms;
    },
    jump: (ms: number) => {
      at += ms;
    },
  };
}

/** The browser's locks: `of` gives those of one worker, and `free` lets go of all that a dead one held. */
export function fakeLocks() {
  const lines = new Map<string, { owner: number; begin: () => void }[]>();
  const next = (name: string) => lines.get(name)?.[0]?.begin();
  return {
    of:
      (owner: number) =>
      async <T>(name: string, work: () => Promise<T>): Promise<T> => {
        const line = lines.get(name) ?? [];
        lines.set(name, line);
        const place = { owner, begin: () => {} };
        const turn = new Promise<void>((resolve) => {
          place.begin = resolve;
        });
        if (line.push(place) === 1) place.begin();
        await turn;
        try {
          return await work();
        } finally {
          const first = line[0] === place;
          if (line.includes(place)) line.splice(line.indexOf(place), 1);
          if (first) next(name);
        }
      },
    free(owner: number) {
      for (const [name, line] of lines) {
        const first = line[0]?.owner === owner;
        line.splice(0, line.length, ...line.filter((one) => one.owner !== owner));
        if (first) next(name);
      }
    },
  };
}
