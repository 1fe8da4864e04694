// What the name of a form says: its own name decides, and what a form is about is told from what it asks for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formKind } from '@/lib/qualification/evidence/form-kind';
import { content, information, neither } from './form-names-not';
import { asksForSales } from './form-names-sales';

const kindOf = (name: string) => formKind(name) ?? 'neither';
const wrong = (names: readonly string[], kind: string) =>
  names.filter((name) => kindOf(name) !== kind).map((name) => `${name} is ${kindOf(name)}`);

describe('the name of a form', () => {
  it.each(Object.entries(asksForSales))('asks for sales, in %s', (_, names) =>
    expect(wrong(names, 'sales')).toEqual([]),
  );
  it('is of content', () => expect(wrong(content, 'content')).toEqual([]));
  it('is of free information', () => expect(wrong(information, 'information')).toEqual([]));
  it('says neither', () => expect(wrong(neither, 'neither')).toEqual([]));
  it('was judged often enough on both sides', () => {
    expect(Object.values(asksForSales).flat().length).toBeGreaterThanOrEqual(160);
    expect([...content, ...information, ...neither].length).toBeGreaterThanOrEqual(160);
  });
});

const seed = 20_261_130;
const sales = Object.values(asksForSales)
  .flat()
  .filter((name) => !/[:|]/.test(name));
const others = [...content, ...information, ...neither].filter((name) => !/[:|]/.test(name));

describe('the page that a form stands on', () => {
  it('makes no request of another form', () =>
    fc.assert(
      fc.property(fc.constantFrom(...sales), fc.constantFrom(...content, ...information), (page, name) => {
        expect(kindOf(`${page}: ${name}`)).toBe(kindOf(name));
        expect(kindOf(`${page} | Acme: ${name}`)).toBe(kindOf(name));
      }),
      { seed, numRuns: 300 },
    ));
  it('takes nothing from a plain request for an offer', () =>
    fc.assert(
      fc.property(fc.constantFrom(...others), (page) => {
        expect(kindOf(`${page} | Acme: Request a quote`)).toBe('sales');
      }),
      { seed, numRuns: 300 },
    ));
  it('says nothing of a form for service', () =>
    fc.assert(
      fc.property(fc.constantFrom(...sales), (page) => {
        for (const name of ['Support request', 'Unsubscribe', 'Job application', 'Contact us'])
          expect(kindOf(`${page}: ${name}`)).toBe('neither');
      }),
      { seed, numRuns: 300 },
    ));
  it('never makes it throw, whatever is written', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        expect(['sales', 'content', 'information', 'neither']).toContain(kindOf(name));
      }),
      { seed, numRuns: 300 },
    ));
});
