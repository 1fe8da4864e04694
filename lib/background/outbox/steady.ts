// A clock for waits that never goes back: what is set back at the computer makes nobody wait anew.

/** A smaller step than this is the grain of two clocks beside each other. */
const JUMP_MS = 1_000;

/**
 * Epoch ms that only grow. `elapsed` (ms, moved by no change of the computer's clock) makes it go; a jump forward of the
 * computer's clock is taken along, for `elapsed` may stand still while the computer sleeps (crbug.com/1206450). So a wait
 * may end too early, and never too late; what must not end early is not measured by it.
 */
export function createSteady(wall: () => number, elapsed: () => number): () => number {
  let gap = wall() - elapsed();
  let ahead = gap;
  return () => {
    const now = wall() - elapsed();
    if (Math.abs(now - gap) > JUMP_MS) {
      ahead += Math.max(0, now - gap);
      gap = now;
    }
    return elapsed() + ahead;
  };
}
