// Whether a fact that was read only fills its field; every fact passes here before it counts for anything.
import { factKind, isSharedFact } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { onceFor } from '../answers/folded';
import { toNumber } from '../answers/values';
import { isBeyond, isPlaceholder, isPlaceholderNumber } from './placeholder';
import { type Span, spanOfFact } from './spans';

/** Places have short codes that are fillers elsewhere: ND, SD and NC are states. */
const PLACES = ['company.state', 'company.city'];

/** A number by itself; a span where none of it could be meant. */
function isAbsurd(name: string, { least, most }: Span): boolean {
  if (least === most) return isPlaceholderNumber(name, least);
  const top = most === Number.POSITIVE_INFINITY ? least : most;
  return isBeyond(name, top);
}

/**
 * true where the fact says nothing. A plain number is no text; only where words belong ("Job title: 123") a run of
 * digits fills the field.
 */
export const isFiller = onceFor((fact: Fact): boolean => {
  const { type } = factKind(fact.name);
  const number = toNumber(fact.value);
  if (type === 'number') {
    const span = spanOfFact(fact);
    if (span !== null) return isAbsurd(fact.name, span);
  }
  if (number !== null && isPlaceholderNumber(fact.name, number)) return true;
  if (typeof fact.value !== 'string') return false;
  if (number !== null && !isSharedFact(fact.name)) return false;
  const name = type === 'name' || PLACES.includes(fact.name);
  return (
    isPlaceholder(fact.value, { name }) || (fact.text !== undefined && isPlaceholder(fact.text, { name }))
  );
});
