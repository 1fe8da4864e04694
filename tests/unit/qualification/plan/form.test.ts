// A decision's form: what is asked, what is sent, and what stands in the way.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillForm, formGap, formOf, mappedForms, type ReviewForm } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';
import { besides, field, turning } from '../forms';

const stage = (id: string): Decision => ({ kind: 'stage', stage: id, override: null });
const ids = (form: ReviewForm, typed: Record<string, string> = {}) =>
  fillForm(form, typed).fields.map((one) => one.id);
const only = (...fields: ReviewForm['fields']): ReviewForm => ({ ...besides, fields });

describe('the form of a decision', () => {
  it('is the first that names its stage or outcome', () => {
    expect(formOf([turning, besides], stage('opportunity'))).toBe(turning);
    expect(formOf([turning, besides], stage('lead'))).toBeNull();
    const nurture: Decision = {
      kind: 'outcome',
      outcome: 'nurture',
      reason: '',
      comment: '',
      returnOn: null,
    };
    expect(formOf([turning, besides], nurture)).toBe(besides);
    expect(formOf(undefined, stage('opportunity'))).toBeNull();
  });
});

describe('what is asked', () => {
  it('follows the answers that other questions hang on', () => {
    expect(ids(turning)).toEqual(['account', 'accountName', 'project', 'amount']);
    expect(ids(turning, { account: 'a1', project: 'yes' })).toEqual([
      'account',
      'project',
      'projectName',
      'day',
      'amount',
    ]);
  });
  it('leaves out what hangs on a hidden question, on none, or on itself', () => {
    const chain = only(
      field('a', { value: 'x' }),
      field('b', { value: 'y', when: { field: 'a', is: ['other'] } }),
      field('c', { when: { field: 'b', is: ['y'] } }),
      field('d', { when: { field: 'gone', is: [''] } }),
      field('e', { value: 'z', when: { field: 'f', is: ['z'] } }),
      field('f', { value: 'z', when: { field: 'e', is: ['z'] } }),
    );
    expect(ids(chain)).toEqual(['a']);
    expect(ids(chain, { a: 'other' })).toEqual(['a', 'b', 'c']);
  });
});

describe('what is sent', () => {
  it('is the proposal where nothing was typed, tidied, and nothing that was not asked', () => {
    const typed = {
      account: 'a1',
      accountName: 'left over',
      project: 'yes',
      projectName: ' Fleet  renewal\n',
    };
    expect(fillForm(turning, typed)).toMatchObject({
      values: { account: 'a1', project: 'yes', projectName: 'Fleet renewal', day: '', amount: '' },
      shown: [
        { label: 'The account', text: 'A1' },
        { label: 'The project', text: 'YES' },
        { label: 'The projectName', text: 'Fleet renewal' },
      ],
      gaps: [],
    });
    expect(fillForm(turning, { accountName: '' }).values.accountName).toBe('');
  });
  it('is a choice’s value to the letter, however odd the CRM’s own values are', () => {
    const odd = 'Closed \u00a0 Converted ';
    const fields = turning.fields.map((field) =>
      field.id === 'account' ? { ...field, value: odd, options: [{ value: odd, label: 'Odd' }] } : field,
    );
    const { values, gaps, shown } = fillForm({ ...turning, fields }, {});
    expect(values.account).toBe(odd);
    expect(gaps.filter(({ field }) => field === 'account')).toEqual([]);
    expect(shown).toContainEqual({ label: 'The account', text: 'Odd' });
  });
  it('is told in the words that the form has for it, and by its label where it has none', () => {
    const [account, ...others] = turning.fields;
    if (!account) throw new Error('The form has no question.');
    const shown = (options: typeof account.options) =>
      fillForm({ ...turning, fields: [{ ...account, told: 'account', options }, ...others] }, {}).shown.map(
        ({ told }) => told,
      );
    const [first, ...rest] = account.options;
    if (!first) throw new Error('The question has no option.');
    expect(shown([first, ...rest])[0]).toBe(`account ${first.label}`);
    expect(shown([{ ...first, told: 'new account' }, ...rest])[0]).toBe('new account');
    expect(shown([first, ...rest])[1]).toBeUndefined();
  });
  it('is the same whatever else the draft holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (typed) => {
        const names = turning.fields.map((one) => one.id);
        const known = Object.fromEntries(Object.entries(typed).filter(([id]) => names.includes(id)));
        expect(fillForm(turning, typed)).toEqual(fillForm(turning, known));
      }),
    );
  });
});

describe('what stands in the way', () => {
  const gap = (kind: 'text' | 'number' | 'date' | 'choice', value: string, required = true) =>
    formGap(
      fillForm(only(field('it', { kind, required, options: [{ value: 'a', label: 'A' }] })), { it: value }),
    );
  it('is an empty field that is needed, and no other', () => {
    for (const value of ['', '  ', '\n']) expect(gap('text', value)).toBe('The it is needed.');
    expect(gap('text', '', false)).toBeNull();
    expect(gap('text', 'x')).toBeNull();
  });
  it.each(['12000', '12000.50', '-3', '0'])('is not the number %s', (value) => {
    expect(gap('number', value)).toBeNull();
  });
  it.each(['12k', '1,200', '1 200', '.5', '1.', '1e5', 'NaN', '٣'])('is the number %s', (value) => {
    expect(gap('number', value, false)).toMatch(/^The it: Type digits only/);
  });
  it('is a day that is none', () => {
    expect(gap('date', '2027-02-28')).toBeNull();
    for (const value of ['2027-02-30', '28.2.2027', '2027-02-28T10:00'])
      expect(gap('date', value, false)).toMatch(/calendar/);
  });
  it('is a choice that is no longer offered', () => {
    expect(gap('choice', 'a')).toBeNull();
    expect(gap('choice', 'b', false)).toMatch(/no longer offered/);
  });
  it('is told for each field, the first in words that stand alone', () => {
    const filled = fillForm(turning, { account: 'gone', project: 'yes', day: 'soon' });
    expect(filled.gaps.map((one) => one.field)).toEqual(['account', 'projectName', 'day']);
    expect(formGap(filled)).toMatch(/^The account: /);
  });
});

describe('a form by the mapping', () => {
  const reaching = {
    ...turning,
    stages: [],
    reaches: [
      { field: 'Lead.Status', value: 'Won over', fills: 'account' },
      { field: 'Lead.Status', value: 'Partner', fills: 'account' },
    ],
  };
  const to = (value: string) => [{ field: 'Lead.Status', value }];

  it('belongs to whatever the team maps to a value that it reaches, under any id, with that value filled in', () => {
    const forms = mappedForms([reaching], { lead: to('Open'), deal7: to('Won over'), ally: to('Partner') });
    expect(forms.map(({ stages, fields }) => [stages, fields[0]?.value])).toEqual([
      [['deal7'], 'Won over'],
      [['ally'], 'Partner'],
    ]);
  });
  it('belongs to nothing where nobody maps one, and stays where the CRM itself named its decisions', () => {
    expect(mappedForms([reaching], { opportunity: to('Open') })).toEqual([]);
    expect(mappedForms([turning], {})).toEqual([turning]);
  });
});
