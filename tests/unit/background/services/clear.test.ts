// Clearing everything: in which order, what stops it, and what could not be ended elsewhere.
import { expect, it } from 'vitest';
import { createClear } from '@/lib/background/services/clear';
import { createErasures } from '@/lib/background/services/erasures';
import { ProblemError } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import { frameArea } from './frame-area';

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

function world({ busy = false, paused = true } = {}) {
  const did: string[] = [];
  const does = (what: string) => async () => {
    did.push(what);
  };
  const area = frameArea();
  const erasures = createErasures(() => area);
  const clear = createClear({
    erasures,
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
      pause: async () => {
        if (!paused) throw new ProblemError({ kind: 'in-use', message: 'It is being written.' });
        return () => did.push('resume');
      },
      forget: () => did.push('forget the outbox'),
    },
    tally: { lost: async () => [], dismiss: does('dismiss') },
    forget: does('forget the rest'),
    drop: does('drop'),
    sweep: does('sweep'),
    browser: { forgetAll: does('forget') },
    changed: () => did.push('changed'),
  });
  return { clear, did, area, erasures };
}

it('ends the sign-ins first, and has the files swept before and after the database is deleted', async () => {
  const { clear, did } = world();
  await clear();
  expect(did).toEqual([
    'remove hubspot',
    'remove salesforce',
    'drop sign-ins',
    'forget the outbox',
    'forget the rest',
    'sweep',
    'drop',
    'forget',
    'sweep',
    'resume',
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

it('refuses from then on what a page knew before, and holds who comes meanwhile until it is over', async () => {
  const { clear, did, area, erasures } = world();
  const before = erasures.since(0);
  expect(before()).toBe(false);
  const clearing = clear();
  const held = erasures.settled().then(() => did.push('let in'));
  await Promise.all([clearing, held]);
  expect(before()).toBe(true);
  expect(erasures.since(undefined)()).toBe(false);
  expect(did.indexOf('let in')).toBeGreaterThan(did.indexOf('drop'));
  // The next worker has it from there; nothing in it is of anyone.
  expect(area.rows).toEqual({ erased: { count: 1, everything: 1, answers: {}, decisions: {} } });
});

it('refuses nobody where nothing was cleared after all', async () => {
  const { clear, did, area, erasures } = world({ paused: false });
  await expect(clear()).rejects.toMatchObject({ problem: { kind: 'in-use' } });
  expect(did).toEqual([]);
  expect(erasures.since(0)()).toBe(false);
  expect(area.rows).toEqual({});
});
