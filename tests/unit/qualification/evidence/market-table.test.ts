// What says "outside the market" must be certain: over 200 pairs judged by hand, and nothing unknown ever outside.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Market } from '@/lib/playbook/schema';
import { marketPartsFact } from '@/lib/qualification/evidence/market';
import { isPlaceholder } from '@/lib/qualification/evidence/placeholder';
import type { Fact } from '@/lib/record/snapshot';
import { fact, playbook, snapshot } from '../fixture';
import { industryCases } from './industry-cases';
import { orgLists } from './org-lists';
import { countryCases, regionCases } from './place-cases';

/** Where the one part that this market asks for stands. */
function fitOf(market: Market, facts: Fact[]): string {
  const text = marketPartsFact({ ...playbook, market }, snapshot(facts))?.text ?? '';
  if (text.startsWith('fits: ')) return 'inside';
  return text.startsWith('outside: ') ? 'outside' : 'unknown';
}
const inIndustry = (wanted: string, says: string, label?: string) =>
  fitOf({ industries: [wanted] }, [fact('company.industry', says, null, label)]);
const inCountry = (wanted: string, says: string) =>
  fitOf({ countries: [wanted] }, [fact('company.country', says)]);

it('there are over two hundred pairs', () =>
  expect(industryCases.length + countryCases.length + regionCases.length).toBeGreaterThan(250));

describe('industry', () => {
  it.each(industryCases)('%s wanted, %s said: %s', (wanted, says, fit) =>
    expect(inIndustry(wanted, says)).toBe(fit),
  );
  it('is told by a label as well as by a value', () => {
    expect(inIndustry('Healthcare', 'ind_07', 'Hospital & Health Care')).toBe('inside');
    expect(inIndustry('Healthcare', 'RETAIL', 'Maloobchod')).toBe('outside');
    expect(inIndustry('Healthcare', 'ind_07', 'Retail')).toBe('outside');
    expect(inIndustry('Healthcare', 'Healthcare', 'Zdravotnictví')).toBe('inside');
  });
  it('wants any of several, and is outside only of all', () => {
    const market = { industries: ['Banking', 'Insurance', 'Finance'] };
    expect(fitOf(market, [fact('company.industry', 'Banking / Finance / Insurance')])).toBe('inside');
    expect(fitOf(market, [fact('company.industry', 'Retail')])).toBe('outside');
    const unsure = { industries: ['Banking', 'Aplicador'] };
    expect(fitOf(unsure, [fact('company.industry', 'Retail')])).toBe('unknown');
  });
});

describe('country', () => {
  it.each(countryCases)('%s wanted, %s said: %s', (wanted, says, fit) =>
    expect(inCountry(wanted, says)).toBe(fit),
  );
});

describe('region', () => {
  it.each(regionCases)('%s wanted, %s said: %s (country: %s)', (wanted, says, fit, country) => {
    const facts = [
      fact('company.state', says),
      ...(country === '' ? [] : [fact('company.country', country)]),
    ];
    expect(fitOf({ regions: [wanted] }, facts)).toBe(fit);
  });
  it('takes the namesake of the country that the profile names', () => {
    const facts = [fact('company.state', 'WA'), fact('company.country', 'Australia')];
    const market = { regions: ['WA'], countries: ['Australia'] };
    expect(marketPartsFact({ ...playbook, market }, snapshot(facts))?.text).toBe('fits: Australia, WA');
  });
});

describe('size', () => {
  const sized = (says: string | number, employees: Market['employees']) =>
    fitOf({ employees }, [fact('company.employees', says)]);
  it.each([
    ['25-50', { min: 50 }, 'unknown'],
    ['5-25', { min: 50 }, 'outside'],
    ['50-100', { min: 50 }, 'inside'],
    ['1000+', { min: 50 }, 'inside'],
    ['1000+', { min: 50, max: 500 }, 'outside'],
    ['10,001+', { max: 20_000 }, 'unknown'],
    ['51–200 employees', { min: 50, max: 200 }, 'inside'],
    ['fewer than 10', { min: 10 }, 'outside'],
    ['2025-01', { min: 50 }, 'unknown'],
    ['about 50', { min: 50 }, 'unknown'],
    [240, { min: 50 }, 'inside'],
  ] as const)('%s against %o: %s', (says, wanted, fit) => expect(sized(says, wanted)).toBe(fit));
});

describe('whatever nobody knows', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    minLength: 5,
    maxLength: 12,
  });
  /** Words that no language has, for they begin with letters that none begins with. */
  const nonsense = letters.map((text) => `xqz${text}`);
  const industries = fc.constantFrom(...new Set(industryCases.map(([wanted]) => wanted)));
  const says = fc.constantFrom(...new Set(industryCases.map(([, said]) => said)));
  const join = fc.constantFrom(' ', ' / ', ' & ', ', ', ' and ', '_', ' - ');
  it('is never outside, alone or beside what is known', () =>
    fc.assert(
      fc.property(industries, says, nonsense, join, fc.boolean(), (wanted, said, word, by, before) => {
        expect(inIndustry(wanted, word)).toBe('unknown');
        expect(inIndustry(wanted, before ? word + by + said : said + by + word)).not.toBe('outside');
        expect(inIndustry(`${wanted}${by}${word}`, said)).not.toBe('outside');
        expect(inCountry('Germany', word)).toBe('unknown');
        expect(inCountry(word, 'Germany')).toBe('unknown');
        expect(fitOf({ regions: ['California'] }, [fact('company.state', word)])).toBe('unknown');
        expect(fitOf({ regions: [word] }, [fact('company.state', 'Texas')])).toBe('unknown');
      }),
      { numRuns: 300, seed: 1409 },
    ));
  it('is equal to itself, and to itself in capitals', () =>
    fc.assert(
      fc.property(fc.oneof(says, nonsense), (said) => {
        if (isPlaceholder(said)) return;
        expect(inIndustry(said, said)).toBe('inside');
        expect(inIndustry(said, said.toUpperCase().replaceAll(' ', '_'))).not.toBe('outside');
      }),
      { numRuns: 300, seed: 1410 },
    ));
  it('differs in both directions or in none', () =>
    fc.assert(
      fc.property(industries, says, (wanted, said) => {
        if (isPlaceholder(said)) return;
        expect(inIndustry(wanted, said) === 'outside').toBe(inIndustry(said, wanted) === 'outside');
      }),
      { numRuns: 500, seed: 1411 },
    ));
});

describe('what real orgs write', () => {
  const lists = orgLists('Industry');
  // Without the file nothing can be said of it: see shared/data in the contributors' guide.
  it.skipIf(lists === null)('is itself in every org, and a filler is outside of nothing', () => {
    for (const said of lists ?? []) {
      if (!isPlaceholder(said)) expect(inIndustry(said, said), said).toBe('inside');
      for (const filler of ['Other', 'None', 'Otro', 'Outros', 'Altro', 'OUTROS'])
        expect(inIndustry(said, filler), `${said}, ${filler}`).not.toBe('outside');
    }
  });
  it.skipIf(lists === null)('is understood but for a few', () => {
    const wide = ['Healthcare', 'Retail', 'Finance', 'Agriculture', 'Legal', 'Telecommunications', 'Mining'];
    const known = (lists ?? []).filter((said) =>
      wide.some((wanted) => inIndustry(wanted, said) === 'outside'),
    );
    expect(known.length / (lists?.length ?? 1)).toBeGreaterThan(0.8);
  });
});
