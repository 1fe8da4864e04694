// Clearing everything: in which order, what stops it, and what could not be ended elsewhere.
import { expect, it } from 'vitest';
import type { Connection } from '@/lib/messages';
import { createClear } from '@/lib/services/clear';

const hubspot: Connection = {
  crm: 'hubspot',
  crmName: 'HubSpot',
  account: '1',
  accountName: 'Portal 1',
  person: { id: '7', name: 'Lena', email: 'lena@x.example' },
  user: null,
  way: 'key',
  keyEnd: '',
  signedOut: false,
  start: null,
  connectedAt: '2026-11-01T08:00:00.000Z',
  missing: [],
};
const salesforce: Connection = {
  ...hubspot,
  crm: 'salesforce',
  crmName: 'Salesforce',
  accountName: 'Acme',
  way: 'oauth',
};
const problem = { kind: 'offline', message: 'No network.' } as const;

const waiting = [{ accountName: 'acme.example', crmName: 'Salesforce', problem }];

function world({ busy = false } = {}) {
  const did: string[] = [];
  const does = (what: string) => async () => {
    did.push(what);
  };
  const clear = createClear({
    connections: {
      list: async () => [hubspot, salesforce],
      remove: async (crm) => {
        did.push(`remove ${crm}`);
        return crm === 'salesforce' ? { notEnded: problem } : null;
      },
    },
    signIns: {
      drop: async () => {
        did.push('drop sign-ins');
        return waiting;
      },
    },
    outbox: {
      unfinished: () => [],
      withdraw: async () => Promise.reject(new Error('none')),
      busy: () => busy,
    },
    tally: { lost: async () => [], dismiss: does('dismiss') },
    drop: does('drop'),
    sweep: does('sweep'),
    browser: { forgetAll: does('forget') },
    changed: () => did.push('changed'),
  });
  return { clear, did };
}

it('ends the sign-ins first, and has the files swept before and after the database is deleted', async () => {
  const { clear, did } = world();
  await clear();
  expect(did).toEqual([
    'remove hubspot',
    'remove salesforce',
    'drop sign-ins',
    'sweep',
    'drop',
    'forget',
    'sweep',
    'changed',
  ]);
});

it('says which CRM could not be told to end its sign-in, of those that nobody finished too', async () => {
  const { clear } = world();
  expect(await clear()).toEqual({
    notEnded: [{ accountName: 'Acme', crmName: 'Salesforce', problem }, ...waiting],
  });
});

it('deletes nothing while a decision is being written', async () => {
  const { clear, did } = world({ busy: true });
  await expect(clear()).rejects.toMatchObject({ problem: { kind: 'in-use' } });
  expect(did).toEqual([]);
});
