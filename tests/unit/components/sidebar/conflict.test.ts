// What is made of someone else's change: the order and keys of the choice, and the sheet that the review goes on from.
import { expect, test } from 'vitest';
import { metBy, takenIn, withoutExtra } from '@/components/sidebar/store/conflict';
import { emptyDraft } from '@/lib/qualification';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import { submission } from '../../background/outbox/world';
import { snapshot } from './fixtures';

const change = (field: string): FieldChange => ({
  field,
  label: `The ${field}`,
  ...{ from: 'a', fromText: 'A', to: 'b', toText: 'B', backward: false },
});
const sends = (...fields: string[]): Submission =>
  submission({
    steps: [
      {
        id: 'fields',
        write: { kind: 'fields', changes: fields.map(change), extra: {} },
        ...{ state: 'failed', result: null, problem: null },
      },
    ],
  });
const theirs = (field: string, value = 'c') => ({ field, value, text: value.toUpperCase() });
const problem = (...fields: string[]) => ({
  kind: 'changed' as const,
  message: '',
  theirs: fields.map((field) => theirs(field)),
});

test('fields come in the order of the writes, each side with a key of its own', () => {
  const met = metBy(sends('one', 'two', 'three'), problem('three', 'one'));
  expect(met.map((one) => [one.theirs.field, ...one.keys])).toEqual([
    ['one', '1', '2'],
    ['three', '3', '4'],
  ]);
  expect(met[0]?.mine).toMatchObject({ fromText: 'A', toText: 'B' });
});

test('what the rep only has to see has one key, and the keys end with the digits', () => {
  const met = metBy(sends('a', 'b', 'c', 'd', 'e'), problem('a', 'b', 'c', 'd', 'e', 'owner'));
  expect(met.map(({ keys }) => keys)).toEqual([
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
    ['7', '8'],
    ['9', undefined],
    [undefined],
  ]);
  expect(met.at(-1)?.mine).toBeNull();
});

test('the review starts from what the CRM said, at once', () => {
  const before = snapshot('101');
  const [first, second] = before.stages;
  if (!first || !second) throw new Error('The fixture has two stages.');
  const after = takenIn({ keepTheirs: [], snapshot: before, demanded: [] }, problem(first.field), [
    first.field,
  ]);
  expect(after.keepTheirs).toEqual([first.field]);
  expect(after.snapshot?.stages[0]).toMatchObject({ value: 'c', text: 'C' });
  expect(after.snapshot?.stages[1]).toEqual(second);
});

test('of a field that met again only the newest choice counts; others stay as they were chosen', () => {
  const sheet = { keepTheirs: ['one', 'two'], snapshot: null, demanded: [] };
  expect(takenIn(sheet, problem('two'), []).keepTheirs).toEqual(['one']);
  expect(takenIn(sheet, problem('three'), ['three']).keepTheirs).toEqual(['one', 'two', 'three']);
});

test('a demanded field holds what the CRM said from then on, and what the rep typed is gone where theirs is kept', () => {
  const demanded = ['region', 'size'].map((field) => ({
    ...{ field, label: field, kind: 'text' as const, options: [], value: '' },
  }));
  const sheet = { keepTheirs: [], snapshot: null, demanded };
  expect(takenIn(sheet, problem('region'), []).demanded.map(({ value }) => value)).toEqual(['c', '']);
  const draft = {
    ...emptyDraft(snapshot('101').ref, { id: 'p', version: '1', hash: 'h' }, new Date(0)),
    extra: { region: 'b', size: '5' },
  };
  expect(withoutExtra(draft, ['region']).extra).toEqual({ size: '5' });
});
