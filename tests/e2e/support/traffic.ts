// How the extension's calls follow one another.
import type { World } from './world.ts';

/** What the review needs later is fetched after the checklist is complete, and isn't part of the read. */
const forReview = /\/pipelines\/|\/deals\/batch\/update$/;

/**
 * Makes every answer wait, so that calls that run side by side do overlap and calls that wait for each other can't.
 * The answer gives the longest row of reads that had to wait for one another.
 */
export function watchRoundTrips(world: World, waitMs = 1500): () => number {
  const traffic = world.traffic();
  const fault = world.hubspot.faults.arm({ path: /./, times: 1000, do: { silentMs: waitMs, acts: 'after' } });
  return () => {
    fault.disarm();
    const starts = traffic()
      .filter(({ path }) => !forReview.test(path))
      .map(({ at }) => Date.parse(at))
      .sort((a, b) => a - b);
    const depth: number[] = [];
    for (const [index, start] of starts.entries()) {
      const before = depth.slice(0, index).filter((_, other) => (starts[other] ?? start) + waitMs <= start);
      depth.push(1 + Math.max(0, ...before));
    }
    return Math.max(0, ...depth);
  };
}
