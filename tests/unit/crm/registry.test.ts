// The CRMs by id, and sessions that send nothing by being opened.
import { expect, it, vi } from 'vitest';
import { crmById, crms } from '@/lib/crm/registry';
import { someKey } from './answers';

it('knows HubSpot and nothing else yet', () => {
  expect(crms.map((crm) => [crm.id, crm.name])).toEqual([['hubspot', 'HubSpot']]);
  expect(crmById('hubspot')).toBe(crms[0]);
  expect(crmById('salesforce')).toBeNull();
  expect(crmById('constructor')).toBeNull();
});

it('opening a session sends nothing', () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  crmById('hubspot')?.open({ key: someKey(), account: null });
  expect(fetch).not.toHaveBeenCalled();
  fetch.mockRestore();
});
