// A sum is shown in its own currency, and compared with what the team wants only where both are in one.
import { describe, expect, it } from 'vitest';
import { withCurrency } from '@/lib/crm/shared/money';
import { marketPartsFact } from '@/lib/qualification/evidence/market';
import { factWords } from '@/lib/record/facts';
import { fact, playbook, snapshot } from '../fixture';

const revenue = fact('company.revenue', 5_000_000);
const profile = { ...playbook, market: { revenue: { min: 1_000_000 } } };
const fitIn = (own: string | null, account: string | undefined) =>
  marketPartsFact(
    profile,
    snapshot(withCurrency([revenue], own, account), account === undefined ? {} : { currency: account }),
  )?.text;

describe('revenue', () => {
  it("has the record's currency, else the account's", () => {
    expect(withCurrency([revenue], 'usd', 'EUR').map(factWords)).toEqual(['annual revenue: 5,000,000 USD']);
    expect(withCurrency([revenue], '', 'EUR').map(factWords)).toEqual(['annual revenue: 5,000,000 EUR']);
    expect(withCurrency([revenue], null).map(factWords)).toEqual(['annual revenue: 5,000,000']);
    expect(withCurrency([fact('company.employees', 5)], 'USD').map(factWords)).toEqual(['5 people']);
  });
  it('is not compared across currencies', () => {
    expect(fitIn('EUR', 'EUR')).toBe('fits: 5,000,000 EUR');
    expect(fitIn(null, undefined)).toBe('fits: 5,000,000');
    expect(fitIn('JPY', 'EUR')).toBe('not known: 5,000,000 JPY (wanted 1,000,000 or more)');
    expect(fitIn('JPY', undefined)).toBe('not known: 5,000,000 JPY (wanted 1,000,000 or more)');
  });
});
