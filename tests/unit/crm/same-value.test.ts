// When two texts are the same value to a CRM: a day may come back as a time, but a text that begins with a day is a text.
import { describe, expect, it } from 'vitest';
import { sameValue as inHubSpot } from '@/lib/crm/hubspot/write/compare';
import { sameValue as inSalesforce } from '@/lib/crm/salesforce/write/compare';

describe.each([
  ['HubSpot', inHubSpot],
  ['Salesforce', inSalesforce],
])('in %s', (_, same) => {
  it.each([
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T09:00:00Z', '2026-12-01'],
    ['2026-12-01T09:00:00.123Z', '2026-12-01T09:00:00.000Z'],
    ['a;b', 'b;a'],
    ['5', '5.0'],
    ['Head of IT', ' Head  of IT'],
    ['TRUE', 'true'],
  ])('%s is %s', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['2026-12-01 call Ann', '2026-12-01 call Bob'],
    ['2026-12-01', '2026-12-01 call Bob'],
    ['2026-12-01', '2026-12-02'],
    ['2026-12-01T09:00:00Z', '2026-12-01T17:00:00Z'],
    ['a;b', 'a;c'],
    ['', '0'],
    ['5', '50'],
  ])('%s is not %s', (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
