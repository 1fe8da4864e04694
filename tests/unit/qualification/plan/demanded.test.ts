// Demanded fields: what stands in them, and what is written of them: changes of what the record held, where that is known.
import { expect, test } from 'vitest';
import {
  type DemandedField,
  demandedGap,
  demandedNow,
  demandedText,
  demandedValue,
  demandedWrites,
} from '@/lib/qualification/plan/demanded';
import { dayWords, fromLocalMinute, localMinute } from '@/lib/util/dates';

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

const territory = field('territory', {
  kind: 'choice',
  options: [
    { value: 'dach', label: 'DACH', under: ['EMEA'] },
    { value: 'us', label: 'United States', under: ['Americas'] },
    { value: 'none', label: 'No territory' },
  ],
  controller: { field: 'area', label: 'Area', value: 'EMEA' },
});
const area = field('area', { kind: 'text', value: 'EMEA' });
const offered = (fields: DemandedField[], typed: Record<string, string>, to?: string) =>
  demandedNow(fields, typed, to === undefined ? [] : [{ field: 'area', to }])
    .find((one) => one.field === 'territory')
    ?.options.map((option) => option.value);

test('a dependent picklist offers what goes with what its controlling field will hold', () => {
  expect(offered([territory], {})).toEqual(['dach', 'none']);
  // The change that is written with it, and before that what the rep types for it.
  expect(offered([territory], {}, 'Americas')).toEqual(['us', 'none']);
  expect(offered([territory, area], { area: 'Americas' }, 'EMEA')).toEqual(['us', 'none']);
  expect(offered([territory, area], {}, 'Americas')).toEqual(['dach', 'none']);
  expect(offered([territory], {}, '')).toEqual(['none']);
  // A controlling field of several values.
  expect(offered([territory], {}, 'EMEA;Americas')).toEqual(['dach', 'us', 'none']);
});

test('where nobody knows what the controlling field holds, all is offered until the rep says it', () => {
  const blind = { ...territory, controller: { field: 'area', label: 'Area' } };
  expect(offered([blind], {})).toEqual(['dach', 'us', 'none']);
  expect(demandedGap(blind, 'us')).toBeNull();
  expect(offered([blind], {}, 'EMEA')).toEqual(['dach', 'none']);
});

test('what no longer goes with it has to be chosen again, and where nothing goes with it that is said', () => {
  const [now = territory] = demandedNow([territory], {}, [{ field: 'area', to: 'Americas' }]);
  expect(demandedGap(now, 'dach')).toMatch(/Choose again/);
  expect(demandedGap(now, 'us')).toBeNull();
  const bare = { ...territory, options: territory.options.slice(0, 2) };
  const [empty = bare] = demandedNow([bare], {}, [{ field: 'area', to: '' }]);
  expect(demandedGap(empty, '')).toBe('Nothing is offered here while Area is empty.');
  const [other = bare] = demandedNow([bare], {}, [{ field: 'area', to: 'Asia' }]);
  expect(demandedGap(other, 'us')).toBe('Nothing is offered here while Area is “Asia”.');
});

test('a field of several values has them all, in words, and wants each to be offered', () => {
  const topics = field('topics', {
    kind: 'choices',
    options: [
      { value: 'a', label: 'Routing' },
      { value: 'b', label: 'Billing' },
    ],
  });
  expect(demandedText(topics, 'b;a')).toBe('Billing, Routing');
  expect(demandedText(topics, 'b; x')).toBe('Billing, x');
  expect(demandedGap(topics, 'a;b')).toBeNull();
  expect(demandedGap(topics, '')).toBe('The topics is needed.');
  expect(demandedGap(topics, 'a;x')).toBe('Choose again: x is no longer offered.');
});

test('a box is ticked or not, and an answer either way', () => {
  const consent = field('consent', { kind: 'check' });
  expect(demandedValue(consent, {})).toBe('false');
  expect(demandedValue({ ...consent, value: 'true' }, {})).toBe('true');
  expect([demandedText(consent, 'true'), demandedText(consent, 'false')]).toEqual(['Yes', 'No']);
  expect(demandedGap(consent, demandedValue(consent, {}))).toBeNull();
  expect(demandedWrites([{ ...consent, value: 'false' }], { consent: 'true' }).demanded).toEqual([
    {
      ...{ field: 'consent', label: 'The consent', backward: false, demanded: true },
      ...{ from: 'false', fromText: 'No', to: 'true', toText: 'Yes' },
    },
  ]);
});

test('a time keeps its hour and minute', () => {
  const held = '2026-12-01T10:00:00.000+0000';
  const call = field('call', { kind: 'time', value: held });
  expect(demandedValue(call, {})).toBe('2026-12-01T10:00:00.000Z');
  // In the rep's own zone, whichever that is here.
  const minute = localMinute(held);
  expect(demandedText(call, held)).toBe(`${dayWords(minute.slice(0, 10))}, ${minute.slice(11)}`);
  expect(fromLocalMinute(minute)).toBe('2026-12-01T10:00:00.000Z');
  expect(fromLocalMinute('soon')).toBe('');
  expect(demandedGap(call, '2026-12-01')).toBe('Choose a day and a time.');
  expect(demandedGap(call, '2026-12-01T10:00:00.000Z')).toBeNull();
});
