// Market fit is said only where enough is known, and a country is known however it was typed.
import { describe, expect, it } from 'vitest';
import { marketFact, marketPartsFact } from '@/lib/qualification/evidence/market';
import { countryOf } from '@/lib/qualification/evidence/places';
import { regionOf } from '@/lib/qualification/evidence/regions';
import type { Fact } from '@/lib/record/snapshot';
import { daysAgo, fact, playbook, snapshot } from '../fixture';

const industry = fact('company.industry', 'LOGISTICS', daysAgo(10), 'Logistics');
const germany = fact('company.country', 'Deutschland', daysAgo(5));
const people = fact('company.employees', '240', daysAgo(3));
const marketOf = (...facts: Fact[]) => marketFact(playbook, snapshot(facts))?.value ?? null;

describe('marketFact', () => {
  it('is yes when every part that the profile names fits, and as old as the oldest', () => {
    const market = marketFact(playbook, snapshot([industry, germany, people]));
    expect(market).toMatchObject({
      name: 'market',
      value: 'yes',
      at: daysAgo(10),
      text: 'in the target market: Logistics, Deutschland, 240 people',
    });
  });
  it('is absent when a part is not known', () => {
    expect(marketOf(industry, people)).toBeNull();
    expect(marketOf()).toBeNull();
    expect(marketOf(industry, germany, fact('company.employees', 0))).toBeNull();
    expect(marketOf(industry, germany, fact('company.employees', 99999))).toBeNull();
    expect(marketOf(industry, germany, fact('company.employees', 'about 50'))).toBeNull();
    expect(marketOf(fact('company.industry', 'TBD'), germany, people)).toBeNull();
    expect(marketOf(industry, fact('company.country', 'Midgard'), people)).toBeNull();
  });
  it('is no for one mismatch, whatever else is unknown', () => {
    expect(marketOf(fact('company.employees', 12))).toBe('no');
    expect(marketOf(fact('company.country', 'Japan'))).toBe('no');
    const retail = marketFact(
      playbook,
      snapshot([fact('company.industry', 'RETAIL', null, 'Retail'), people]),
    );
    expect(retail).toMatchObject({ value: 'no', text: 'outside the target market: Retail' });
  });
  it('does not rule out a neighbouring name of the same industry', () => {
    expect(marketOf(fact('company.industry', 'LOGISTICS_AND_SUPPLY_CHAIN'), germany, people)).toBe('yes');
    expect(marketOf(fact('company.industry', 'Shipping'), germany, people)).toBeNull();
  });
  it('is absent without a profile', () => {
    const { market: _, ...without } = playbook;
    expect(marketFact(without, snapshot([industry, germany, people]))).toBeNull();
    expect(marketFact({ ...playbook, market: {} }, snapshot([industry]))).toBeNull();
  });
});

describe('regions', () => {
  const bavarian = { ...playbook, market: { countries: ['Germany'], regions: ['Bavaria', 'California'] } };
  const marketIn = (state: string) =>
    marketFact(bavarian, snapshot([germany, fact('company.state', state)]))?.value ?? null;
  const american = { ...playbook, market: { countries: ['USA'], regions: ['California'] } };
  const usa = fact('company.country', 'United States');
  it('are known by their names and codes; one that is not known decides nothing', () => {
    expect(marketIn('Bayern')).toBe('yes');
    expect(marketFact(american, snapshot([usa, fact('company.state', 'CA')]))?.value).toBe('yes');
    expect(marketIn('CA')).toBeNull();
    expect(marketIn('Hessen')).toBe('no');
    expect(marketIn('Oberland')).toBeNull();
    expect(marketIn('TBD')).toBeNull();
    expect(marketFact(bavarian, snapshot([germany]))).toBeNull();
  });
  it.each([
    ['nrw', 'DE-NW'],
    ['Texas', 'US-TX'],
    ['TX', 'US-TX'],
    ['Québec', 'CA-QC'],
    ['', null],
  ])('%s is %s', (text, code) => expect(regionOf(text)).toBe(code));
});

describe('market.parts', () => {
  const words = (...facts: Fact[]) => marketPartsFact(playbook, snapshot(facts))?.text ?? null;
  it('says which part fits, which does not and which is not known', () => {
    expect(words(industry, fact('company.employees', 12))).toBe(
      'fits: Logistics; outside: 12 people (wanted 50 or more); not known: country',
    );
    expect(words(industry, germany, people)).toBe('fits: Logistics, Deutschland, 240 people');
    expect(words(fact('company.country', 'Midgard'))).toBe(
      'not known: industry, Midgard (wanted Germany, France), size',
    );
  });
  it('is absent without a profile', () => {
    const { market: _, ...without } = playbook;
    expect(marketPartsFact(without, snapshot([industry]))).toBeNull();
  });
});

describe('countryOf', () => {
  it.each([
    ['Germany', 'DE'],
    ['deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['DE', 'DE'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ['UK', 'GB'],
    ['España', 'ES'],
    ['Czech Republic', 'CZ'],
    ['Côte d’Ivoire', 'CI'],
    ['Atlantis', null],
    ['', null],
  ])('%s is %s', (text, code) => expect(countryOf(text)).toBe(code));
});
