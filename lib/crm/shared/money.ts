// The currency of a record's sums: the record's own where it has one, else the account's.
import type { Fact } from '@/lib/record/snapshot';

/** Whether it is a sum of money. */
export const isMoney = ({ name }: Pick<Fact, 'name'>): boolean => name === 'company.revenue';

/** The facts that are sums of money, with the code of their currency; '' and null where the CRM doesn't say. */
export function withCurrency(
  facts: readonly Fact[],
  own: string | null,
  account: string | null = null,
): Fact[] {
  const code = [own, account]
    .map((one) => (one ?? '').trim().toUpperCase())
    .find((one) => /^[A-Z]{3}$/.test(one));
  if (code === undefined) return [...facts];
  return facts.map((fact) => (isMoney(fact) ? { ...fact, currency: code } : fact));
}
