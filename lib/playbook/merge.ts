// The same answers in fewer boxes: what differs on one criterion alone becomes one.
import { asked, type Box, type Layout } from './boxes';

/** A box with the sum of its criteria's marks, from which each can be taken out again. */
type Marked = { box: Box; mark: number };

/** A number for what a box says of one criterion. Different boxes may share a mark; they are compared besides. */
function markOf(layout: Layout, box: Box, at: number): number {
  let mark = Math.imul(at + 1, 0x9e3779b1);
  for (let word = layout[at] ?? 0; word < (layout[at + 1] ?? 0); word++)
    mark = Math.imul(mark ^ (box[word] ?? 0) ^ (mark >>> 15), 0x85ebca6b);
  return mark ^ (mark >>> 13);
}

/** Whether two boxes say the same of every criterion but the one at `but`. */
function alike(layout: Layout, a: Box, b: Box, but: number): boolean {
  const [start, end] = [layout[but] ?? 0, layout[but + 1] ?? 0];
  for (let word = 0; word < a.length; word++)
    if (a[word] !== b[word] && (word < start || word >= end)) return false;
  return true;
}

/** One pass over one criterion. */
function mergeOn(layout: Layout, at: number, boxes: readonly Marked[]): Marked[] {
  const byRest = new Map<number, Marked[]>();
  const found: Marked[] = [];
  for (const one of boxes) {
    const rest = one.mark ^ markOf(layout, one.box, at);
    const near = byRest.get(rest) ?? [];
    const same = near.find((other) => alike(layout, one.box, other.box, at));
    if (same) {
      const before = markOf(layout, same.box, at);
      for (let word = layout[at] ?? 0; word < (layout[at + 1] ?? 0); word++)
        same.box[word] = (same.box[word] ?? 0) | (one.box[word] ?? 0);
      same.mark ^= before ^ markOf(layout, same.box, at);
    } else {
      // A copy, for what is merged into it is written into it.
      const own = { box: one.box.slice(), mark: one.mark };
      near.push(own);
      byRest.set(rest, near);
      found.push(own);
    }
  }
  return found;
}

/** Boxes that ask for the same criteria, which stand at `places`. */
function mergeAlike(layout: Layout, places: readonly number[], boxes: readonly Box[]): Box[] {
  const total = (box: Box) => places.reduce((sum, at) => sum ^ markOf(layout, box, at), 0);
  let now: Marked[] = boxes.map((box) => ({ box, mark: total(box) }));
  for (;;) {
    const before = now.length;
    for (const at of places) if (now.length > 1) now = mergeOn(layout, at, now);
    if (now.length === before) return now.map(({ box }) => box);
  }
}

/**
 * The same answers in fewer boxes: over one criterion after the other, and again until nothing becomes one any more.
 * Which criteria a box asks for never changes.
 */
export function merge(layout: Layout, boxes: readonly Box[]): Box[] {
  const groups = new Map<string, { places: number[]; boxes: Box[] }>();
  for (const box of boxes) {
    const places = asked(layout, box);
    const key = places.join();
    const group = groups.get(key);
    if (group) group.boxes.push(box);
    else groups.set(key, { places, boxes: [box] });
  }
  return [...groups.values()].flatMap((group) =>
    group.boxes.length > 1 ? mergeAlike(layout, group.places, group.boxes) : group.boxes,
  );
}
