// Demanded fields: what stands in them, and what is written of them: changes of what the record held, where that is known.
import { expect, test } from 'vitest';
import {
  type DemandedField,
  demandedText,
  demandedValue,
  demandedWrites,
} from '@/lib/qualification/plan/demanded';

const field = (name: string, more: Partial<DemandedField> = {}): DemandedField => ({
  ...{ field: name, label: `The ${name}`, kind: 'text', options: [] },
  ...more,
});
const region = field('region', {
  kind: 'choice',
  options: [
    { value: 'n', label: 'North' },
    { value: 's', label: 'South' },
  ],
});

test('what the rep typed stands in a field, else what the record holds, a time as its day', () => {
  expect(demandedValue(field('phone', { value: '1' }), {})).toBe('1');
  expect(demandedValue(field('phone', { value: '1' }), { phone: '' })).toBe('');
  expect(demandedValue(field('phone'), {})).toBe('');
  expect(demandedValue(field('constructor'), {})).toBe('');
  const day = field('due', { kind: 'date', value: '2026-12-01T10:00:00.000+0000' });
  expect(demandedValue(day, {})).toBe('2026-12-01');
  expect(demandedText(day, '2026-12-01T10:00:00.000+0000')).toBe('1 Dec 2026');
});

test('a change names what the record held and what it shall hold, in words', () => {
  expect(demandedWrites([{ ...region, value: 'n' }], { region: 's' })).toEqual({
    demanded: [
      {
        ...{ field: 'region', label: 'The region', backward: false, demanded: true },
        ...{ from: 'n', fromText: 'North', to: 's', toText: 'South' },
      },
    ],
    extra: {},
  });
  const [empty] = demandedWrites([field('phone', { value: '' })], { phone: ' 1 ' }).demanded;
  expect(empty).toMatchObject({ from: '', fromText: '(empty)', to: '1', toText: '1' });
});

test('where nobody knows what it replaces it is a plain value', () => {
  expect(demandedWrites([region], { region: 's' })).toEqual({ demanded: [], extra: { region: 's' } });
});

test('what was left as it is, left empty, or is asked for no more, is not written', () => {
  const fields = [field('phone', { value: '1' }), field('city', { value: 'Bern' }), region];
  expect(demandedWrites(fields, { city: '  ', other: 'x' })).toEqual({ demanded: [], extra: {} });
});

test('what was typed as the record holds it is sent as it is held, for a CRM that wants it in the same write', () => {
  const held = '2026-12-01T10:00:00.000+0000';
  const due = field('due', { kind: 'date', value: held });
  const written = demandedWrites([due, field('phone', { value: '1' })], { due: '2026-12-01', phone: '1' });
  expect(written.demanded.map(({ from, to }) => [from, to])).toEqual([
    [held, held],
    ['1', '1'],
  ]);
});
