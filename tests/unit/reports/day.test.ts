// A day counted: each record once, with its newest work, inside the day as the rep's calendar has it.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { countDay, localDay, type Worked, within } from '@/lib/reports/day';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const range = { from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' };
const work = (record: string, hour: number, stage: string | null, unknown: string[] = []): Worked => ({
  record,
  at: `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`,
  stage,
  unknown,
});
const counts = (bars: { label: string; count: number }[]) =>
  Object.fromEntries(bars.map(({ label, count }) => [label, count]));

describe('a day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T10:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T10:00:00Z', 25],
    ['Europe/Berlin', '2026-11-21T23:30:00Z', 24],
    ['America/St_Johns', '2026-11-01T12:00:00Z', 25],
    // The clock goes forward at midnight, so this day begins at one.
    ['America/Santiago', '2026-09-06T12:00:00Z', 23],
    ['Pacific/Kiritimati', '2026-11-21T12:00:00Z', 24],
  ])('in %s around %s has %d hours, and holds its moment', (tz, now, hours) => {
    process.env.TZ = tz;
    const { from, to } = localDay(new Date(now));
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(hours);
    expect(within({ from, to }, now)).toBe(true);
    expect(localDay(new Date(Date.parse(from) - 1)).to).toBe(from);
    expect(localDay(new Date(to)).from).toBe(to);
  });

  it('begins with its first moment and ends before the next one’s', () => {
    expect(within(range, range.from)).toBe(true);
    expect(within(range, '2026-11-21T00:30:00+01:00')).toBe(false);
    expect(within(range, range.to)).toBe(false);
    expect(within(range, 'no time')).toBe(false);
  });
});

describe('counting', () => {
  it('takes a record that was worked twice once, with its newest, whichever comes first', () => {
    const twice = [work('a', 9, 'lead', ['twoWay']), work('a', 11, 'prospect'), work('b', 10, 'lead')];
    for (const all of [twice, [...twice].reverse()]) {
      const day = countDay(all, range, defaultPlaybook);
      expect(day.conversations).toBe(2);
      expect(counts(day.stages)).toEqual({ Lead: 1, Prospect: 1, Opportunity: 0 });
      expect(day.unknown).toEqual([]);
    }
  });

  it('names outcomes only where there were some, then what has no stage or another playbook’s', () => {
    const all = [work('a', 9, 'disqualified'), work('b', 9, null), work('c', 9, 'mql')];
    const { stages } = countDay(all, range, defaultPlaybook);
    expect(stages.map(({ label }) => label)).toEqual([
      ...['Lead', 'Prospect', 'Opportunity'],
      ...['Disqualified', 'No stage yet', 'mql'],
    ]);
  });

  it('counts as unknown only what the stages ask for, most often first', () => {
    const all = [
      work('a', 9, 'lead', ['source', 'decides']),
      work('b', 9, 'lead', ['decides', 'pain', 'pain']),
    ];
    const { unknown } = countDay(all, range, defaultPlaybook);
    expect(unknown.map(({ id, count }) => [id, count])).toEqual([
      ['decides', 2],
      ['pain', 1],
    ]);
  });

  const worked = fc.array(
    fc.record({
      record: fc.constantFrom('a', 'b', 'c', 'd'),
      at: fc
        .date({ min: new Date('2026-11-20'), max: new Date('2026-11-23'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      stage: fc.constantFrom('lead', 'prospect', 'disqualified', 'other', null),
      unknown: fc.array(fc.constantFrom('twoWay', 'pain', 'decides', 'source', 'gone')),
    }),
  );
  it('loses and doubles nothing: the stages add up to the conversations, and no bar is longer', () => {
    fc.assert(
      fc.property(worked, (all) => {
        const day = countDay(all, range, defaultPlaybook);
        const records = new Set(all.filter(({ at }) => within(range, at)).map(({ record }) => record));
        expect(day.conversations).toBe(records.size);
        expect(day.stages.reduce((sum, { count }) => sum + count, 0)).toBe(records.size);
        for (const { count } of day.unknown) expect(count).toBeLessThanOrEqual(records.size);
        expect(countDay([...all, ...all], range, defaultPlaybook)).toEqual(day);
      }),
    );
  });
});
