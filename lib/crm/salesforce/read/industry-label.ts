// The label of an industry beside its value: a renamed or translated picklist says more by it.
import type { Fact } from '@/lib/record/snapshot';
import type { Describe } from '../client/shapes';

/** The facts with the industry's label as its text, where the object's description has one that differs; null: nobody says. */
export function withIndustryLabel(facts: readonly Fact[], described: Describe | null): Fact[] {
  const options = described?.fields.find(({ name }) => name === 'Industry')?.picklistValues ?? [];
  return facts.map((fact) => {
    if (fact.name !== 'company.industry') return fact;
    const label = options.find(({ value }) => value === fact.value)?.label ?? '';
    return label === '' || label === fact.value ? fact : { ...fact, text: label };
  });
}
