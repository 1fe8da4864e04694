// Numbers and spans as people write them, and what they say of a market's bounds: yes and no only where all of it does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Playbook } from '@/lib/playbook/schema';
import { answered } from '@/lib/qualification';
import { marketFact, marketPartsFact } from '@/lib/qualification/evidence/market';
import { spanOf } from '@/lib/qualification/evidence/spans';
import { fact, now, playbook, snapshot } from '../fixture';

const open = Number.POSITIVE_INFINITY;
const read: [string, number, number][] = [
  ...([
    ['51-200', 51, 200],
    ['51 – 200 employees', 51, 200],
    ['51 to 200', 51, 200],
    ['1-10', 1, 10],
  ] as const),
  ...([
    ['von 51 bis 200 Mitarbeitern', 51, 200],
    ['entre 51 et 200 salariés', 51, 200],
    ['51 a 200', 51, 200],
  ] as const),
  ...([
    ['5,001-10,000', 5001, 10_000],
    ['1.001–5.000 Mitarbeiter', 1001, 5000],
    ['1 001 - 5 000', 1001, 5000],
  ] as const),
  ...([
    ['1.200', 1200, 1200],
    ['1,200', 1200, 1200],
    ['1 200', 1200, 1200],
    ["1'200", 1200, 1200],
  ] as const),
  ...([
    ['1\u00a0200', 1200, 1200],
    ['1\u202f200', 1200, 1200],
    ['1’200', 1200, 1200],
    ['240', 240, 240],
  ] as const),
  ...([
    ['10.000,50', 10_000.5, 10_000.5],
    ['10,000.50', 10_000.5, 10_000.5],
    ['1,234,567', 1_234_567, 1_234_567],
  ] as const),
  ...([
    ['12,00,000', 1_200_000, 1_200_000],
    ['2,5', 2.5, 2.5],
    ['0.500', 0.5, 0.5],
    ['10k', 10_000, 10_000],
  ] as const),
  ...([
    ['10K+', 10_000, open],
    ['500+', 500, open],
    ['10,001+ employees', 10_001, open],
    ['> 500', 501, open],
  ] as const),
  ...([
    ['more than 500', 501, open],
    ['über 1.000', 1001, open],
    ['500 or more', 500, open],
    ['≥ 500', 500, open],
  ] as const),
  ...([
    ['at least 50 people', 50, open],
    ['ab 50', 50, open],
    ['plus de 50 salariés', 51, open],
  ] as const),
  ...([
    ['less than 50', 0, 49],
    ['< 50', 0, 49],
    ['weniger als 50', 0, 49],
    ['up to 50', 0, 50],
    ['bis 50', 0, 50],
  ] as const),
  ...([
    ['moins de 50', 0, 49],
    ['50 or fewer', 0, 50],
    ['hasta 50 empleados', 0, 50],
    ['max. 50', 0, 50],
  ] as const),
  ...([
    ['$1M-$5M', 1e6, 5e6],
    ['1-5M', 1e6, 5e6],
    ['$500K - $1M', 5e5, 1e6],
    ['500-1M', 500, 1e6],
  ] as const),
  ...([
    ['€1.5m', 1.5e6, 1.5e6],
    ['1,5 M€', 1.5e6, 1.5e6],
    ['2,5 Mio', 2.5e6, 2.5e6],
    ['2,5 Mio. EUR', 2.5e6, 2.5e6],
  ] as const),
  ...([
    ['1,250 Mio', 1.25e6, 1.25e6],
    ['1.250M', 1.25e6, 1.25e6],
    ['1,250M', 1.25e9, 1.25e9],
    ['500 TEUR', 5e5, 5e5],
  ] as const),
  ...([
    ['3 Mrd.', 3e9, 3e9],
    ['2 milliards', 2e9, 2e9],
    ['$1.2bn', 1.2e9, 1.2e9],
    ['USD 5 million', 5e6, 5e6],
  ] as const),
  ...([
    ['1 crore', 1e7, 1e7],
    ['₹5 crore', 5e7, 5e7],
    ['20 lakh', 2e6, 2e6],
    ['3億円', 3e8, 3e8],
    ['100人以上', 100, open],
  ] as const),
  ...([
    ['about 50', 40, 60],
    ['ca. 1.000', 800, 1200],
    ['Mid-market (200-999)', 200, 999],
    ['51_200', 51, 200],
  ] as const),
].map(([text, least, most]) => [text, least, most]);

const none = [
  ...[
    '',
    'many',
    'TBD',
    '2026-11-21',
    '10-Jan',
    '1-2-3',
    '200-51',
    '-5',
    '12 000 00',
    '1,2,3',
    '1..',
    'seven thousand',
  ],
  ...[
    '5%',
    '50 km',
    'B2B',
    'Series A',
    '10x',
    '3 of 4',
    '1e6',
    '1.2.3.4',
    '+',
    'k',
    '10 mil',
    '2 offices, 50 people',
  ],
];

describe('spanOf', () => {
  it.each(read)('%s is %d to %d', (text, least, most) => {
    const span = spanOf(text);
    expect(span?.least).toBeCloseTo(least, 5);
    expect(span?.most === open ? open : span?.most).toBeCloseTo(most, 5);
  });
  it.each(none)('%j is no number', (text) => expect(spanOf(text)).toBeNull());

  const seeded = { seed: 14, numRuns: 300 };
  const count = fc.integer({ min: 1000, max: 999_999_999 });
  it('reads a number however its thousands are set apart', () => {
    const mark = fc.constantFrom('', ',', '.', ' ', "'", '’', '\u00a0', '\u202f');
    fc.assert(
      fc.property(count, mark, (value, between) => {
        const text = String(value).replace(/(?=(\d{3})+$)(?<=\d)/g, between);
        expect(spanOf(text), text).toEqual({ least: value, most: value });
      }),
      seeded,
    );
  });
  it('takes any text, and is never the wrong way round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const span = spanOf(text);
        expect(span === null || span.least <= span.most).toBe(true);
      }),
      seeded,
    );
  });
});

const wants = (market: Playbook['market']): Playbook => ({ ...playbook, market });
const people = (value: string | number, range: { min?: number; max?: number }, text?: string) =>
  marketFact(wants({ employees: range }), snapshot([fact('company.employees', value, null, text)]))?.value ??
  null;
const money = (value: string | number, range: { min?: number; max?: number }) =>
  marketFact(wants({ revenue: range }), snapshot([fact('company.revenue', value)]))?.value ?? null;

describe('a size against the market', () => {
  it('counts where all of it is on one side of the bound', () => {
    expect(people('51-200', { min: 50 })).toBe('yes');
    expect(people('1-10', { min: 50 })).toBe('no');
    expect(people('11-50', { min: 50 })).toBeNull();
    expect(people('51-200', { max: 100 })).toBeNull();
    expect(people('500+', { min: 50, max: 1000 })).toBeNull();
    expect(people('500+', { max: 499 })).toBe('no');
    expect(people('less than 50', { min: 50 })).toBe('no');
    expect(people('> 500', { max: 500 })).toBe('no');
    expect(people('0-10', { min: 50 })).toBe('no');
    expect(people('7,000,000-9,000,000', { min: 50 })).toBeNull();
    expect(people('0-0', { max: 50 })).toBeNull();
    expect(people('1.200', { min: 1000 })).toBe('yes');
    expect(people('SIZE_3', { min: 50 }, '51-200 employees')).toBe('yes');
    expect(people('3', { min: 50 }, '51-200')).toBe('yes');
    expect(money('$1M-$5M', { min: 1_000_000 })).toBe('yes');
    expect(money('€1.5m', { min: 2_000_000 })).toBe('no');
    expect(money('2,5 Mio', { min: 2_000_000 })).toBe('yes');
  });
  it.each([
    7_000_000_000,
    -3,
    0,
    12.5,
    111_111,
    1_234_567,
    '0',
    '0 employees',
    '99999',
    '-5',
    '7,000,000,000',
  ])('%s people are unknown', (value) => {
    expect(people(value, { min: 50 })).toBeNull();
    expect(people(value, { max: 50 })).toBeNull();
  });
  it.each([1, 0, -1, 12, '$1', '1 EUR', 99_999, 1e18])('a revenue of %s is unknown', (value) => {
    expect(money(value, { min: 50 })).toBeNull();
    expect(money(value, { max: 50_000_000 })).toBeNull();
  });
  it('is named once by what it counts', () => {
    const said = (value: string) =>
      marketPartsFact(wants({ employees: { min: 50 } }), snapshot([fact('company.employees', value)]))?.text;
    expect(said('51-200 employees')).toBe('fits: 51-200 employees');
    expect(said('51-200')).toBe('fits: 51-200 people');
  });
});

describe('a playbook’s own question for a number', () => {
  const team = (value: string) =>
    answered(playbook, snapshot([fact('company.employees', value)]), null, now).team?.value ?? null;
  it('takes what is one number, and no span', () => {
    expect([team('1,250,000'), team('10k'), team('240')]).toEqual([1_250_000, 10_000, 240]);
    // Kept and written as an answer, it must not be a guess.
    expect([team('1,200'), team('1.200')]).toEqual([null, null]);
    expect([team('51-200'), team('500+'), team('many'), team('0')]).toEqual([null, null, null, null]);
  });
  it('compares a span only where all of it lies on one side', () => {
    const rules: Playbook = {
      ...playbook,
      criteria: playbook.criteria.map((one) =>
        one.id === 'twoWay'
          ? {
              ...one,
              evidence: [
                { fact: 'hubspot:contacts.seats', when: { atLeast: 50 }, gives: 'yes' },
                { fact: 'hubspot:contacts.seats', when: { atMost: 49 }, gives: 'no' },
              ],
            }
          : one,
      ),
    };
    const said = (value: string) =>
      answered(rules, snapshot([fact('hubspot:contacts.seats', value)]), null, now).twoWay?.value ?? null;
    expect([
      said('51-200'),
      said('1-10'),
      said('10-100'),
      said('50+'),
      said('1.250'),
      said('about 50'),
    ]).toEqual(['yes', 'no', null, 'yes', 'no', null]);
  });
});
