// Times several ways of doing the same work side by side: in turns, so that what slows the machine slows them all.

export type Way = {
  name: string /** Does the work once over and says how many units that were. */;
  run: () => number | Promise<number>;
};
export type Timed = { name: string /** Units per second, the median of all rounds. */; perSecond: number };

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** One round of a way: again and again until `ms` are over. Units per second. */
async function once({ run }: Way, ms: number): Promise<number> {
  const begin = performance.now();
  let units = 0;
  let took = 0;
  do {
    units += await run();
    took = performance.now() - begin;
  } while (took < ms);
  return (units * 1000) / took;
}

/** Runs the ways in turns for `rounds` rounds of about `ms` each, after one round that warms up and is not counted. */
export async function sideBySide(ways: readonly Way[], rounds = 9, ms = 250): Promise<Timed[]> {
  const found = ways.map((): number[] => []);
  for (let round = -1; round < rounds; round++)
    for (const [index, way] of ways.entries()) {
      const rate = await once(way, ms);
      if (round >= 0) found[index]?.push(rate);
    }
  return ways.map(({ name }, index) => ({ name, perSecond: median(found[index] ?? []) }));
}
