// Asked right before something is kept, after all that was awaited: whether what the sender knew is still to be kept.

import { ProblemError } from '@/lib/problem/problem';
import { type IsOld, OLD } from './erasures';

/** Throws a ProblemError where what the sender knew was erased since: all of it, or that part of an account. */
export type Still = (...of: Parameters<IsOld>) => void;

/** For what nobody asked from a page. */
export const always: Still = () => undefined;

export const stillOf =
  (isOld: IsOld): Still =>
  (...of) => {
    if (isOld(...of)) throw new ProblemError(OLD);
  };
