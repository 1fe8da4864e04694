// The currency of sums in an org that has only one: its records don't name it.
import { isMoney, withCurrency } from '@/lib/crm/shared/money';
import type { Fact } from '@/lib/record/snapshot';
import type { Org } from '../setup/org';

/** Asks the org only where a sum has no currency yet: a call for each sign-in, and none where there is no sum. */
export async function inOrgCurrency(org: Org, facts: readonly Fact[]): Promise<Fact[]> {
  const bare = (fact: Fact) => isMoney(fact) && fact.currency === undefined;
  if (!facts.some(bare)) return [...facts];
  const code = await org.currency();
  return facts.flatMap((fact) => (bare(fact) ? withCurrency([fact], code) : [fact]));
}
