// When a CRM told how many calls are left is read from the clock that a session is given, and from no other.
import { expect, it } from 'vitest';
import { openSession as openHubspot } from '@/lib/crm/hubspot/session';
import { openSession as openSalesforce } from '@/lib/crm/salesforce/session';
import { json, script, someKey } from './answers';

const at = '2031-05-06T07:08:09.000Z';

it('HubSpot’s', async () => {
  const headers = { 'x-hubspot-ratelimit-max': '190', 'x-hubspot-ratelimit-remaining': '12' };
  const parts = { ...script(json({ portalId: 1 }, 200, headers)), now: () => new Date(at) };
  const session = openHubspot({ key: someKey(), account: '1' }, parts);
  await session.ping?.();
  expect(session.allowance?.()).toMatchObject({ remaining: 12, readAt: at });
});

it('Salesforce’s', async () => {
  const headers = { 'sforce-limit-info': 'api-usage=10/100' };
  const parts = { ...script(json({ done: true, records: [] }, 200, headers)), now: () => new Date(at) };
  const session = openSalesforce({ key: someKey(), account: 'acme.my.salesforce.com' }, parts);
  await session.people();
  expect(session.allowance?.()).toMatchObject({ remaining: 90, readAt: at });
});
