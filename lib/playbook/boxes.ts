// Sets of answers held together: a box says, for some criteria, which classes of values would do.

/**
 * A bit per class (cells.ts) that would do, for one criterion after the other. The first bit of each criterion means
 * that it needs no answer; a criterion that has it has all its bits. Every combination of what would do does.
 */
export type Box = Int32Array;

/** At which word of a box each criterion begins, and as the last entry where the box ends. */
export type Layout = readonly number[];

/** Bits of a word. */
const WORD = 32;

/** Room for so many classes of each criterion, and for the bit before them. */
export function layoutOf(classes: readonly number[]): Layout {
  const starts = [0];
  for (const count of classes) starts.push((starts.at(-1) ?? 0) + Math.ceil((count + 1) / WORD));
  return starts;
}

/** The box that asks for nothing. */
export const anything = (layout: Layout): Box => new Int32Array(layout.at(-1) ?? 0).fill(-1);

/** The box that asks for one criterion, by its place, to be of one of these classes. */
export function only(layout: Layout, at: number, classes: Iterable<number>): Box {
  const box = anything(layout);
  const start = layout[at] ?? 0;
  box.fill(0, start, layout[at + 1]);
  for (const index of classes) {
    const word = start + Math.floor((index + 1) / WORD);
    box[word] = (box[word] ?? 0) | (1 << ((index + 1) % WORD));
  }
  return box;
}

/** Whether the box asks for the criterion at this place. */
export const asksFor = (layout: Layout, box: Box, at: number): boolean =>
  ((box[layout[at] ?? 0] ?? 0) & 1) === 0;

/** The classes that would do for a criterion that the box asks for, lowest first. */
export function classesIn(layout: Layout, box: Box, at: number): number[] {
  const found: number[] = [];
  const start = layout[at] ?? 0;
  for (let word = start; word < (layout[at + 1] ?? 0); word++)
    for (let bit = 0; bit < WORD; bit++)
      if ((box[word] ?? 0) & (1 << bit)) found.push((word - start) * WORD + bit - 1);
  return found;
}

/** The places of the criteria that the box asks for. */
export function asked(layout: Layout, box: Box): number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < layout.length; at++) if (asksFor(layout, box, at)) found.push(at);
  return found;
}

/** What lies in both; null where they contradict each other on a criterion. */
export function join(layout: Layout, a: Box, b: Box): Box | null {
  const both = new Int32Array(a.length);
  let word = 0;
  for (let at = 1; at < layout.length; at++) {
    const end = layout[at] ?? 0;
    let bits = 0;
    for (; word < end; word++) {
      const shared = (a[word] ?? 0) & (b[word] ?? 0);
      both[word] = shared;
      bits |= shared;
    }
    if (bits === 0) return null;
  }
  return both;
}

/** Whether everything in `b` lies in `a` too. */
export function covers(a: Box, b: Box): boolean {
  for (let word = 0; word < a.length; word++) if ((b[word] ?? 0) & ~(a[word] ?? 0)) return false;
  return true;
}
