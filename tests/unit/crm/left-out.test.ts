// What HubSpot names, and then leaves out of a batch without a word, is told as a gap and not taken for absent.
import { expect, it } from 'vitest';
import { factValues, sandboxPortal } from './portal';

const portal = sandboxPortal();

it('the company and deals that HubSpot leaves out without a word leave gaps', async () => {
  const company = portal.hubspot.create('companies', { name: 'Northwind' }).id;
  const { id } = portal.hubspot.create('contacts', { email: `${crypto.randomUUID()}@northwind.example` }, [
    { type: 'companies', id: company },
  ]);
  const deal = { dealname: 'Rollout', pipeline: 'default', dealstage: 'appointmentscheduled' };
  const { id: left } = portal.hubspot.create('deals', deal, [{ type: 'contacts', id }]);
  portal.hubspot.settings.unreadable = {
    ...{ ids: [company, left], category: '', status: 200 as const },
    silently: true,
  };
  const whole = await portal.open().read(portal.ref(id), () => undefined);
  expect(whole.gaps.map((gap) => gap.what).sort()).toEqual(['Deals', 'The company']);
  expect(factValues(whole)['deals.total']).toBe(1);
  expect(factValues(whole)).not.toHaveProperty('deals.open');
});

it('people whom HubSpot leaves out without a word are not nobody', async () => {
  const company = portal.hubspot.create('companies', { name: 'Northwind' }).id;
  const to = [{ type: 'companies' as const, id: company }];
  const { id } = portal.hubspot.create('contacts', { email: `${crypto.randomUUID()}@northwind.example` }, to);
  portal.hubspot.settings.unreadable = {
    ...{ ids: [id], category: '', status: 200 as const },
    silently: true,
  };
  const { members, gaps, unknown } = await portal.open().members(portal.ref(company, 'companies'));
  expect({ members, gaps, unknown }).toEqual({
    members: [],
    gaps: [{ what: 'The people', why: 'HubSpot left out 1 of 1' }],
    unknown: true,
  });
});
