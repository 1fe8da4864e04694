// What fuzzing found: documents that were let in and could not be kept, and refusals as long as what they refuse.
import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '@/lib/playbook';
import type { Playbook, Rule } from '@/lib/playbook/schema';
import { playbookOf, yesno } from './small';

const refusal = (document: unknown): string => {
  const parsed = parsePlaybook(document);
  return parsed.ok ? '' : parsed.problems.join(' / ');
};
const rule: Rule = { criterion: 'a', is: 'yes' };

describe('a playbook is refused', () => {
  it('with a number that JSON can read and not write', () => {
    const endless = Number(JSON.parse('1e999'));
    for (const test of [
      { atLeast: endless },
      { atMost: -endless },
      { between: [0, endless] as [number, number] },
    ])
      expect(refusal(playbookOf({ criterion: 'size', ...test }))).not.toBe('');
    expect(refusal(playbookOf(rule, { market: { employees: { min: endless } } }))).not.toBe('');
  });

  it('with more sources, citations or names of a market than anybody reads', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `Thing ${n}`);
    const cases: Partial<Playbook>[] = [
      { sources: many.map((title) => ({ title })) },
      { stages: [{ id: 'stage', name: 'Stage', meaning: '', rule, cites: many }] },
      { market: { industries: many } },
    ];
    for (const changes of cases) expect(refusal(playbookOf(rule, changes))).toContain('too long');
  });

  it('with an age that no calendar has', () => {
    const evidence = [{ fact: 'market', gives: 'yes', freshDays: 1e300 }];
    expect(refusal(playbookOf(rule, { criteria: [{ ...yesno('a'), evidence }] }))).toContain('freshDays');
  });

  it('in a sentence that can be read, however long what it refuses is', () => {
    const long = 'x'.repeat(1_000_000);
    for (const changes of [
      { schema: long },
      { id: long },
      { name: long },
      { [long]: 1 },
      { stages: [{ [long]: long }] },
    ])
      for (const line of refusal({ ...playbookOf(rule), ...changes }).split(' / '))
        expect(line.length).toBeLessThanOrEqual(400);
    expect(refusal({ ...playbookOf(rule), schema: long })).toContain('1,000,000 characters');
    const wide = 'x'.repeat(500);
    expect(refusal({ ...playbookOf(rule), schema: wide })).toContain('where 1 is wanted');
  });

  it('in words, where a rule has a key that every object has besides', () => {
    for (const extra of ['constructor', '__proto__', 'prototype'])
      for (const one of [{ all: [] }, rule]) {
        const spoilt = JSON.parse(JSON.stringify(one).replace('{', `{"${extra}":{"is":"yes"},`));
        expect(refusal({ ...playbookOf(rule), flags: [{ id: 'f', name: 'F', rule: spoilt }] })).toContain(
          'rule',
        );
      }
  });

  it('soon, where one part is referred to from two places at every level', () => {
    let twice: unknown = [];
    for (let depth = 0; depth < 100; depth++) twice = [twice, twice];
    expect(refusal({ ...playbookOf(rule), stages: twice })).toContain('nested too deeply');
  });
});
