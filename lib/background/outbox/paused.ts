// What the engine begins nothing with for a while: somebody is about to delete it.
import type { Entry } from './line';

export function createPaused() {
  const all = new Set<(entry: Entry) => boolean>();
  return {
    /** Covers these until the returned function is called. */
    add(covers: (entry: Entry) => boolean): () => void {
      all.add(covers);
      return () => void all.delete(covers);
    },
    covers: (entry: Entry): boolean => [...all].some((covers) => covers(entry)),
  };
}
