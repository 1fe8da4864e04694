// A part of a page that is still being loaded, could not be, or is there.
import type { Problem } from '@/lib/problem/problem';

export type Loaded<T> =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ready'; value: T };
