// Sets of answers held together: a box says, for some criteria, which classes of values would do.

/** Criterion to a bit per class (cells.ts) that would do. Every combination of them does; other criteria are free. */
export type Box = ReadonlyMap<string, bigint>;

export const ANYTHING: Box = new Map();

/** What lies in both; null where they contradict each other on a criterion. */
export function join(a: Box, b: Box): Box | null {
  const both = new Map(a);
  for (const [criterion, bits] of b) {
    const shared = bits & (a.get(criterion) ?? bits);
    if (shared === 0n) return null;
    both.set(criterion, shared);
  }
  return both;
}

/** Whether everything in `b` lies in `a` too. */
export function covers(a: Box, b: Box): boolean {
  if (a.size > b.size) return false;
  for (const [criterion, bits] of a) {
    const others = b.get(criterion);
    if (others === undefined || (others & ~bits) !== 0n) return false;
  }
  return true;
}

const keyWithout = (box: Box, left: string): string =>
  [...box]
    .filter(([criterion]) => criterion !== left)
    .map(([criterion, bits]) => `${criterion}=${bits.toString(36)}`)
    .sort()
    .join();

/** One pass over one criterion: boxes that differ in nothing else become one. */
function mergeOn(criterion: string, boxes: readonly Box[]): Box[] {
  const merged = new Map<string, Box>();
  for (const box of boxes) {
    const bits = box.get(criterion);
    const key = `${bits === undefined ? 'free' : 'set'}:${keyWithout(box, criterion)}`;
    const found = merged.get(key);
    if (found === undefined || bits === undefined) merged.set(key, box);
    else merged.set(key, new Map(found).set(criterion, bits | (found.get(criterion) ?? 0n)));
  }
  return [...merged.values()];
}

/** The same answers in fewer boxes. Which criteria a box speaks of never changes. */
export function merge(boxes: readonly Box[], criteria: readonly string[]): Box[] {
  let now = [...boxes];
  for (;;) {
    const before = now.length;
    for (const criterion of criteria) now = mergeOn(criterion, now);
    if (now.length === before) return now;
  }
}
