// The CRMs by id, and sessions that send nothing by being opened.
import { expect, it, vi } from 'vitest';
import { crmById, crms } from '@/lib/crm/registry';
import { someKey } from './answers';

it('knows its CRMs by id', () => {
  expect(crms.map((crm) => [crm.id, crm.name])).toEqual([
    ['hubspot', 'HubSpot'],
    ['salesforce', 'Salesforce'],
  ]);
  expect(crmById('hubspot')).toBe(crms[0]);
  expect(crmById('salesforce')).toBe(crms[1]);
  expect(crmById('constructor')).toBeNull();
});

it('tells each CRM’s ways in the order to offer, and begins where its people are', () => {
  expect(crms.map((crm) => crm.ways.map((way) => way.kind))).toEqual([['key'], ['oauth', 'session']]);
  for (const crm of crms) {
    const start = crm.start?.(crm.id === 'salesforce' ? 'acme.my.salesforce.com' : '24680135');
    expect(start && crm.locate(start.url)).toMatchObject({ role: 'none', crm: crm.id });
  }
});

it('opening a session sends nothing', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  for (const crm of crms) (await crm.load()).open({ key: someKey(), account: null });
  expect(fetch).not.toHaveBeenCalled();
  fetch.mockRestore();
});
