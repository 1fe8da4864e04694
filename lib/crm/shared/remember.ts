// Keeps what rarely changes for a few minutes, so that a read doesn't ask for it again. Failures are not kept. For every CRM.
import { passedOn } from '@/lib/diagnostics/report';

/** `load` once per `ms`; callers at the same time share one call. */
export function remember<T>(load: () => Promise<T>, ms: number, now: () => Date): () => Promise<T> {
  let kept: { at: number; value: Promise<T> } | null = null;
  return () => {
    const at = now().getTime();
    if (kept && at - kept.at < ms && at >= kept.at) return kept.value;
    const entry = { at, value: load() };
    kept = entry;
    entry.value.catch((error: unknown) => {
      if (kept === entry) kept = null;
      passedOn(error);
    });
    return entry.value;
  };
}

/** The same, for each key. At most `most` keys are kept. */
export function rememberBy<T>(
  load: (key: string) => Promise<T>,
  ms: number,
  now: () => Date,
  most = 200,
): (key: string) => Promise<T> {
  const kept = new Map<string, () => Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known();
    if (kept.size >= most) kept.clear();
    const one = remember(() => load(key), ms, now);
    kept.set(key, one);
    return one();
  };
}
