// Whether a fact that was read only fills its field; every fact passes here before it counts for anything.
import { factKind, isSharedFact } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { onceFor } from '../answers/folded';
import { toNumber } from '../answers/values';
import { isPlaceholder, isPlaceholderNumber } from './placeholder';

/** Places have short codes that are fillers elsewhere: ND, SD and NC are states. */
const PLACES = ['company.state', 'company.city'];

/**
 * true where the fact says nothing. A plain number is no text; only where words belong ("Job title: 123") a run of
 * digits fills the field.
 */
export const isFiller = onceFor((fact: Fact): boolean => {
  const { type } = factKind(fact.name);
  const number = toNumber(fact.value);
  if (number !== null && isPlaceholderNumber(fact.name, number)) return true;
  if (typeof fact.value !== 'string') return false;
  if (number !== null && (type === 'number' || !isSharedFact(fact.name))) return false;
  const name = type === 'name' || PLACES.includes(fact.name);
  return (
    isPlaceholder(fact.value, { name }) || (fact.text !== undefined && isPlaceholder(fact.text, { name }))
  );
});
