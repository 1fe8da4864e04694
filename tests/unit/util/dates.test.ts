// Days as the rep's own calendar has them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay } from '@/lib/util/dates';

it('gives the day that this place has at that time', () => {
  // Until 2011 clocks went back over midnight in a place or two, so that a night had two of them.
  const time = fc.date({ min: new Date('2012-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(time, (date) => {
      const [year = 0, month = 0, day = 0] = localDay(date).split('-').map(Number);
      const start = new Date(year, month - 1, day);
      const end = new Date(year, month - 1, day + 1);
      expect(date >= start && date < end).toBe(true);
      expect(localDay(date)).toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
});
