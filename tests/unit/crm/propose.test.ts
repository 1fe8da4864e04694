// The first mapping comes from what the portal offers, and from nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '@/lib/crm/hubspot/setup/propose';
import type { StageField } from '@/lib/record/mapping';

const field = (name: string, ordered: boolean, values: (string | [string, string])[]): StageField => ({
  field: name,
  label: name,
  ordered,
  options: values.map((one, order) => {
    const [value, label] = typeof one === 'string' ? [one, one] : one;
    return { value, label, order, hidden: false };
  }),
});
const usual = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
];
const statuses = ['NEW', 'OPEN', 'IN_PROGRESS', 'UNQUALIFIED', 'CONNECTED', 'BAD_TIMING'];
const portal = (stages: (string | [string, string])[] = usual, leadStatuses = statuses) => [
  field('lifecyclestage', true, stages),
  field('hs_lead_status', false, leadStatuses),
];
const targets = ['lead', 'prospect', 'opportunity', 'disqualified', 'nurture'].map((id) => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  outcome: ['disqualified', 'nurture'].includes(id),
}));

describe('proposeMapping', () => {
  it("fits HubSpot's own stages", () => {
    expect(proposeMapping(portal(), targets)).toEqual({
      lead: [{ field: 'lifecyclestage', value: 'lead' }],
      prospect: [{ field: 'lifecyclestage', value: 'salesqualifiedlead' }],
      opportunity: [{ field: 'lifecyclestage', value: 'opportunity' }],
      disqualified: [{ field: 'hs_lead_status', value: 'UNQUALIFIED' }],
      nurture: [{ field: 'hs_lead_status', value: 'BAD_TIMING' }],
    });
  });

  it('takes a stage that the portal calls prospect, by value or label', () => {
    const custom = portal(['lead', ['123456', 'Prospect (called)'], 'salesqualifiedlead', 'opportunity']);
    expect(proposeMapping(custom, targets).prospect).toEqual([{ field: 'lifecyclestage', value: '123456' }]);
  });

  it('not where it stands after opportunity', () => {
    const odd = portal(['lead', 'salesqualifiedlead', 'opportunity', ['9', 'Prospect']]);
    expect(proposeMapping(odd, targets).prospect).toEqual([
      { field: 'lifecyclestage', value: 'salesqualifiedlead' },
    ]);
  });

  it('falls back to the lead status', () => {
    const bare = portal(['lead', 'opportunity']);
    expect(proposeMapping(bare, targets).prospect).toEqual([{ field: 'hs_lead_status', value: 'CONNECTED' }]);
    const barer = portal(['lead', 'opportunity'], ['IN_PROGRESS']);
    expect(proposeMapping(barer, targets).prospect).toEqual([
      { field: 'hs_lead_status', value: 'IN_PROGRESS' },
    ]);
  });

  it('proposes nothing that is not offered', () => {
    const empty = { lead: [], prospect: [], opportunity: [], disqualified: [], nurture: [] };
    expect(proposeMapping([], targets)).toEqual(empty);
    expect(proposeMapping(portal([], []), targets)).toEqual(empty);
    const hidden = portal().map((one) => ({
      ...one,
      options: one.options.map((o) => ({ ...o, hidden: true })),
    }));
    expect(proposeMapping(hidden, targets)).toEqual(empty);
  });

  it("finds a team's own stages by name", () => {
    const own = [{ id: 'engaged', name: 'Engaged buyer' }];
    const mapping = proposeMapping(portal(['lead', ['77', 'Engaged Buyer']]), own);
    expect(mapping).toEqual({ engaged: [{ field: 'lifecyclestage', value: '77' }] });
  });

  it('whatever the portal has: only offered options, none twice, the ladder never downwards', () => {
    const words = fc.constantFrom(...usual, ...statuses, 'Prospect', 'prospect', 'Disqualified', 'x');
    fc.assert(
      fc.property(fc.uniqueArray(words), fc.uniqueArray(words), (stages, leadStatuses) => {
        const fields = portal(stages, leadStatuses);
        const mapping = proposeMapping(fields, targets);
        const chosen = targets.flatMap(({ id }) => mapping[id] ?? []);
        const keys = chosen.map((one) => `${one.field}=${one.value}`);
        expect(new Set(keys).size).toBe(keys.length);
        const orders = chosen.flatMap((one) => {
          const of = fields.find((f) => f.field === one.field);
          const option = of?.options.find((o) => o.value === one.value);
          expect(option).toBeDefined();
          return of?.ordered && option ? [option.order] : [];
        });
        expect(orders).toEqual([...orders].sort((a, b) => a - b));
      }),
    );
  });
});
