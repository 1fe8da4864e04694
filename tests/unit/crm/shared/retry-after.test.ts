// How long a CRM may ask for a pause: what is no time is none, and what is too long is an hour.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfter } from '@/lib/crm/shared/retry-after';

const HOUR = 3_600_000;
const DATE = 'Mon, 30 Nov 2026 10:00:00 GMT';
const asked = (value: string, date: string | null = DATE) =>
  retryAfter(new Headers({ 'retry-after': value, ...(date === null ? {} : { date }) }));

describe('Retry-After', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['1', 1_000],
    ['1.5', 1_500],
    ['600', 600_000],
    ['3600', HOUR],
    ['Mon, 30 Nov 2026 10:05:00 GMT', 300_000],
  ])('%s is heeded', (value, ms) => {
    expect(asked(value)).toBe(ms);
  });

  it.each(['3601', '86400', '31536000', '9'.repeat(400), 'Tue, 30 Nov 2027 10:00:00 GMT'])(
    '%s is heeded for an hour',
    (value) => {
      expect(asked(value)).toBe(HOUR);
    },
  );

  it.each([
    '-1',
    '-31536000',
    'NaN',
    'Infinity',
    '1e20',
    '0x10',
    'soon',
    ' ',
    '2027-11-30T10:00:00Z',
    'Mon, 30 Nov 2026 09:00:00 GMT',
    'Mon, 99 Nov 2026 09:00:00 GMT',
  ])('%j is no time', (value) => {
    expect(asked(value)).toBeUndefined();
  });

  it('a date is none where the answer has no date of its own', () => {
    expect(asked('Mon, 30 Nov 2026 10:05:00 GMT', null)).toBeUndefined();
    expect(asked('Mon, 30 Nov 2026 10:05:00 GMT', 'today')).toBeUndefined();
  });

  it('is within an hour whatever is sent', () => {
    const values = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.double().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(values, (value) => {
        const ms = asked(value);
        expect(ms === undefined || (ms >= 0 && ms <= HOUR)).toBe(true);
      }),
    );
  });
});
