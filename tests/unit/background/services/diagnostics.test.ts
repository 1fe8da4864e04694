// What the background keeps of trouble: codes and counts, gone with the last account, and nothing that anybody wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnostics } from '@/lib/background/services/diagnostics';
import type { Allowance } from '@/lib/crm/shared/crm';
import { errorRow } from '@/lib/diagnostics/error-row';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import { markOf } from '@/lib/support/problem-log';
import { submission } from '../outbox/world';

const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };
const sidebar = { sender: 'sidebar', tab: 1, place: { role: 'person', ref } } as const;
const trusted = { sender: 'trusted' } as const;
const offline: Problem = { kind: 'offline', message: 'No network.' };
const at = '2026-11-21T10:00:00.000Z';
const allowance: Allowance = { max: 100, remaining: 90, windowMs: 10_000, readAt: at };
const connection: Connection = {
  ...{ crm: 'hubspot', crmName: 'HubSpot', account: '24680135', accountName: 'Portal', user: null },
  ...{ person: { id: '1', name: 'Ada', email: '' }, way: 'key', keyEnd: '7f3a', signedOut: false },
  ...{ start: null, connectedAt: at, missing: [] },
};

const item = (value: unknown = null) => ({
  value,
  async getValue() {
    return this.value;
  },
  async setValue(next: unknown) {
    this.value = next;
  },
});

function world() {
  const state = {
    log: item(),
    told: item(),
    errors: item(),
    list: async (): Promise<Connection[]> => [connection],
    live: [] as { crm: string; account: string; allowance: Allowance }[],
  };
  /** A worker: it remembers nothing but what is stored. */
  const worker = () =>
    createDiagnostics({
      log: state.log,
      told: state.told,
      errors: state.errors,
      connections: { list: () => state.list() },
      sessions: { allowances: () => state.live },
      crmById: (id) => (id === 'hubspot' ? { id } : null),
      now: () => new Date(at),
    });
  return { ...worker(), state, worker };
}

describe('a problem', () => {
  it('that a sidebar was answered with is noted with its place and the account of its tab', async () => {
    const { answered, read } = world();
    answered('record.read', sidebar, { ref }, offline);
    answered('record.read', sidebar, { ref }, offline);
    expect((await read()).problems).toEqual([
      {
        ...{ first: at, last: at, count: 2, where: 'record', kind: 'offline', status: null, more: null },
        ...{ crm: 'hubspot', account: markOf('hubspot/24680135') },
      },
    ]);
  });

  it('of our own pages is noted with the account that they name, or with none', async () => {
    const { answered, read } = world();
    answered('connections.test', trusted, { crm: 'hubspot', account: '1' }, offline);
    answered(
      'connections.check',
      trusted,
      { crm: 'hubspot', key: 'k' },
      { kind: 'key-refused', message: '' },
    );
    answered('outbox.retry', trusted, { id: 'x' }, { kind: 'gone', message: '' });
    const { problems } = await read();
    expect(problems.map(({ where, account }) => [where, account])).toEqual([
      ['outbox', ''],
      ['connections', ''],
      ['connections', markOf('hubspot/1')],
    ]);
  });

  it('that stopped a submission, or the outbox itself, is noted; what only stands in line is not', async () => {
    const { stopped, read } = world();
    stopped({ kind: 'busy', message: 'Too many.', status: 429 }, submission({ ref }));
    stopped({ kind: 'storage', message: 'Full.', store: 'full' }, null);
    stopped({ kind: 'in-line', message: '' }, submission({ ref }));
    expect((await read()).problems).toMatchObject([
      { where: 'delivery', kind: 'storage', more: 'full', crm: '' },
      { where: 'delivery', kind: 'busy', status: 429, crm: 'hubspot' },
    ]);
  });

  it('is deleted by the rep, and with the last account; what still ends after that leaves nothing', async () => {
    const { answered, stopped, clear, removed, read, state } = world();
    answered('record.read', sidebar, { ref }, offline);
    await clear();
    expect((await read()).problems).toEqual([]);
    answered('record.read', sidebar, { ref }, offline);
    await removed();
    expect((await read()).problems).toHaveLength(1);
    state.list = async () => [];
    await removed();
    stopped({ kind: 'not-connected', message: '' }, submission({ ref }));
    expect((await read()).problems).toEqual([]);
    expect(state.log.value).toBeNull();
    // A first sign-in that does not succeed is worth knowing.
    answered('connections.begin', trusted, { crm: 'hubspot' }, { kind: 'sign-in', message: '' });
    expect((await read()).problems).toHaveLength(1);
  });

  it('is noted where the database does not even say who is connected, and trouble in noting makes none', async () => {
    const { answered, read, state } = world();
    state.list = () => Promise.reject(new Error('damaged'));
    answered('draft.load', sidebar, { ref }, { kind: 'storage', message: '', store: 'broken' });
    expect((await read()).problems).toMatchObject([{ where: 'draft', kind: 'storage', more: 'broken' }]);
    const broken = world();
    broken.state.log.setValue = () => Promise.reject(new Error('full'));
    broken.answered('record.read', sidebar, { ref }, offline);
    expect((await broken.read()).problems).toEqual([]);
  });

  it('leaves no word behind in the storage, whatever was planted in it and in the request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), async (planted) => {
        const { answered, stopped, read, state } = world();
        const problem: Problem = {
          kind: 'invalid',
          message: planted,
          barred: planted,
          usedUp: planted,
          supportId: planted,
          fields: [{ field: planted, label: planted, message: planted }],
          users: { answered: planted, now: planted },
        };
        const theirs = { ...ref, crm: planted, account: planted, id: planted };
        answered('connections.check', trusted, { crm: planted, key: planted }, problem);
        answered('connections.test', trusted, { crm: planted, account: planted }, problem);
        answered(
          'record.read',
          { ...sidebar, place: { role: 'person', ref: theirs } },
          { ref: theirs },
          problem,
        );
        stopped(problem, submission({ ref: theirs, recordName: planted }));
        expect((await read()).problems.length).toBeGreaterThan(2);
        expect(JSON.stringify(state.log.value)).not.toContain(planted);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an error', () => {
  const row = errorRow(new TypeError('x is not a function'), 'record.read', new Date(at));

  it('is kept for the page, counted where it repeats, and goes with the list and the last account', async () => {
    const { error, read, clear, removed, state } = world();
    for (let times = 0; times < 3; times += 1) error(row);
    await read();
    error(row);
    expect((await read()).errors).toEqual([{ ...row, first: at, count: 4 }]);
    await clear();
    expect((await read()).errors).toEqual([]);
    error(row);
    state.list = async () => [];
    await removed();
    expect((await read()).errors).toEqual([]);
  });

  it('makes no trouble where it can’t be kept, and the next one is', async () => {
    const { error, read, state } = world();
    const set = state.errors.setValue;
    state.errors.setValue = () => Promise.reject(new Error('full'));
    error(row);
    expect((await read()).errors).toEqual([]);
    state.errors.setValue = set;
    error(row);
    expect((await read()).errors).toMatchObject([{ count: 1 }]);
  });
});

describe('an allowance', () => {
  const told = { crm: 'hubspot', account: '24680135', allowance };

  it('outlives the worker that heard it, and a newer one takes its place', async () => {
    const { answered, read, state, worker } = world();
    expect((await read()).allowances).toEqual([]);
    state.live = [told];
    answered('record.read', sidebar, { ref }, null);
    expect((await read()).allowances).toEqual([told]);
    state.live = [];
    const next = worker();
    expect((await next.read()).allowances).toEqual([told]);
    const newer = { ...told, allowance: { ...allowance, remaining: 3 } };
    state.live = [newer];
    expect((await next.read()).allowances).toEqual([newer]);
    const other = { ...told, account: '1' };
    state.live = [other];
    next.answered('record.read', sidebar, { ref }, null);
    expect((await next.read()).allowances).toEqual([other, told]);
  });

  it('goes with its account; what is no allowance is not read', async () => {
    const { answered, read, removed, state } = world();
    state.live = [told];
    answered('record.read', sidebar, { ref }, null);
    state.live = [];
    await removed();
    expect((await read()).allowances).toEqual([]);
    state.told.value = [{ ...told, more: 1 }];
    expect((await read()).allowances).toEqual([]);
  });
});
