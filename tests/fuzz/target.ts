// One thing to be fuzzed: what goes in, what is asked of it, and what came of many runs.
import * as fc from 'fast-check';

/** What the product made of an input. Anything that it must not make of one is thrown by the check. */
export type Outcome = 'accepted' | 'refused';

export type Report = {
  name: string;
  runs: number;
  seconds: number;
  accepted: number;
  refused: number;
  slowestMs: number;
  /** How it failed, with the seed and the smallest input found; null where it did not. */
  failure: string | null;
};

export type Target = {
  name: string;
  /** Runs of `npm run fuzz`, and of the share that `npm test` takes. */
  full: number;
  share: number;
  run(seed: number, runs: number): Promise<Report>;
};

/** No single input may take longer, however it is made; far above what a loaded machine adds. */
const LONGEST_MS = 4_000;

type Parts<T> = {
  name: string;
  full: number;
  share: number;
  inputs: fc.Arbitrary<T>;
  check: (input: T) => Outcome | Promise<Outcome>;
};

/** A target whose failures shrink. It fails as well where nothing is accepted, or nothing refused: then it tests nothing. */
export function target<T>({ name, full, share, inputs, check }: Parts<T>): Target {
  const run = async (seed: number, runs: number): Promise<Report> => {
    const counts = { accepted: 0, refused: 0 };
    let slowestMs = 0;
    let done = 0;
    const timed = async (input: T) => {
      const start = performance.now();
      const outcome = await check(input);
      return { outcome, ms: performance.now() - start };
    };
    const property = fc.asyncProperty(inputs, async (input) => {
      let { outcome, ms } = await timed(input);
      // The machine may have been busy elsewhere: only what is slow twice is slow.
      if (ms > LONGEST_MS) ms = Math.min(ms, (await timed(input)).ms);
      if (ms > LONGEST_MS) throw new Error(`took ${Math.round(ms)} ms`);
      counts[outcome]++;
      done++;
      slowestMs = Math.max(slowestMs, ms);
    });
    const start = performance.now();
    const result = await fc.check(property, { seed, numRuns: runs });
    const seconds = (performance.now() - start) / 1_000;
    const oneSided = runs >= 500 && (counts.accepted === 0 || counts.refused === 0);
    const failure = result.failed
      ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}`.slice(0, 6_000)
      : oneSided
        ? 'all inputs came to the same end: the generator no longer tests anything'
        : null;
    return { name, runs: done, seconds, ...counts, slowestMs, failure };
  };
  return { name, full, share, run };
}
