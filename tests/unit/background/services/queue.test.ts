// The rep's queue from drafts and submissions: what is open, what waits, what was written, and whose it is.
import { describe, expect, it } from 'vitest';
import { createQueue } from '@/lib/background/services/queue';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Draft, Listed } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { person, submission } from '../outbox/world';

const day = { from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' };
const contact = (id: string, account = '100'): RecordRef => ({
  crm: 'hubspot',
  account,
  object: 'contacts',
  id,
});
const listed: Listed = {
  name: 'Noor Haddad',
  company: 'Northwind',
  stage: 'lead',
  next: 'prospect',
  missing: 2,
  unknown: ['decides', 'pain'],
};

function draft(id: string, change: Partial<Draft> = {}): Draft {
  const at = '2026-11-21T09:00:00.000Z';
  return {
    ref: contact(id),
    playbook: { id: 'default', version: '1.0.0', hash: 'h' },
    answers: { twoWay: { value: 'yes', at, by: null } },
    noteText: null,
    decision: null,
    deal: null,
    extra: {},
    listed,
    revision: 1,
    startedAt: at,
    updatedAt: at,
    ...change,
  };
}

const written = (id: string, at: string, change: Partial<Submission> = {}) =>
  submission({ ref: contact(id), at, finishedAt: at, state: 'written', draft: 1, ...change });

/** Stopped by something that wants the rep. */
function interrupted(of: Submission): Submission {
  const problem = { kind: 'locked' as const, message: 'Try again later.' };
  return {
    ...of,
    state: 'failed',
    steps: of.steps.map((step, at) => (at === 0 ? { ...step, state: 'failed', problem } : step)),
  };
}

function read(drafts: Draft[], submissions: Submission[], accounts = ['100']) {
  const connection = (account: string) => ({
    crm: 'hubspot',
    crmName: 'HubSpot',
    account,
    accountName: `Portal ${account}`,
    person,
    user: null,
    way: 'key' as const,
    keyEnd: '',
    signedOut: false,
    start: null,
    connectedAt: '',
    missing: [],
  });
  return createQueue({
    drafts: { all: async () => ({ drafts, unreadable: 0 }) },
    outbox: {
      all: async () => submissions,
      view: async () => ({ open: [], lost: [], unreadable: [], allowances: [] }),
    },
    connections: { list: async () => accounts.map(connection) },
    playbook: async () => defaultPlaybook,
    crmName: (crm) => (crm === 'hubspot' ? 'HubSpot' : crm),
    here: async () => null,
  })(day);
}

const ids = (rows: { ref: RecordRef }[]) => rows.map(({ ref }) => ref.id);

describe('unfinished', () => {
  it('is told with stages by name, the last touched first', async () => {
    const late = draft('2', { updatedAt: '2026-11-21T10:00:00.000Z' });
    const { drafts } = await read([draft('1'), late], []);
    expect(ids(drafts)).toEqual(['2', '1']);
    expect(drafts[0]).toMatchObject({
      name: 'Noor Haddad',
      stage: 'Lead',
      next: 'Prospect',
      missing: 2,
      seen: true,
    });
  });

  it('of an older version is there without what that did not keep', async () => {
    const { listed: _, ...old } = draft('1');
    const { drafts, day: counted } = await read([old], []);
    expect(drafts[0]).toMatchObject({ name: '', company: '', seen: false, stage: null });
    expect(counted.conversations).toBe(1);
  });

  it('is not what was begun and taken back again', async () => {
    expect((await read([draft('1', { answers: {} })], [])).drafts).toEqual([]);
  });

  it('is not what was sent since, and is again what was answered after it was written', async () => {
    const at = '2026-11-21T09:30:00.000Z';
    const failed = interrupted(submission({ ref: contact('2'), company: 'Northwind', at }));
    // By the clock it is older: that was put back meanwhile.
    const again = draft('3', { revision: 2, updatedAt: '2026-11-20T10:00:00.000Z' });
    const queue = await read([draft('1'), draft('2'), again], [written('1', at), failed, written('3', at)]);
    expect(ids(queue.drafts)).toEqual(['3']);
    expect(ids(queue.unsent)).toEqual(['2']);
    expect(queue.unsent[0]).toMatchObject({ company: 'Northwind', target: 'Prospect' });
    expect(queue.unsent[0]?.problem?.message).toMatch(/Try again/);
    expect(queue.day.conversations).toBe(3);
  });
});

describe('a dream client', () => {
  const dream = Object.fromEntries(
    ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides', 'massiveValue'].map((id) => [id, 'yes']),
  );
  const first = { name: 'Dream client', why: expect.stringMatching(/most of your time/) };

  it('stands first in each list, with the mark and the reason', async () => {
    const early = '2026-11-21T07:00:00.000Z';
    const later = '2026-11-21T08:00:00.000Z';
    const older = draft('1', { updatedAt: early, listed: { ...listed, flags: ['dreamClient'] } });
    const queue = await read(
      [draft('2', { updatedAt: later }), older],
      [
        interrupted(submission({ ref: contact('3'), at: early, answers: dream })),
        interrupted(submission({ ref: contact('4'), at: later })),
        written('5', early, { answers: dream }),
        written('6', later),
      ],
    );
    expect([ids(queue.drafts), ids(queue.unsent), ids(queue.written)]).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    for (const [row, other] of [queue.drafts, queue.unsent, queue.written])
      expect([row?.first, other?.first]).toEqual([first, undefined]);
  });

  it('is none once let go', async () => {
    const decision = {
      kind: 'outcome' as const,
      outcome: 'disqualified',
      reason: 'r',
      comment: '',
      returnOn: null,
    };
    const queue = await read(
      [draft('1', { decision, listed: { ...listed, flags: ['dreamClient'] } })],
      [written('2', '2026-11-21T08:00:00.000Z', { answers: dream, decision })],
    );
    expect([queue.drafts[0]?.first, queue.written[0]?.first]).toEqual([undefined, undefined]);
  });
});

describe('written', () => {
  it('is of the day asked for alone, by when it arrived', async () => {
    const over = written('1', '2026-11-20T23:59:00.000Z', { finishedAt: '2026-11-21T00:01:00.000Z' });
    const { written: rows } = await read([], [over, written('2', '2026-11-20T12:00:00.000Z')]);
    expect(ids(rows)).toEqual(['1']);
  });

  it('twice for a record is one row, and a failed try after it stands beside it', async () => {
    const submissions = [
      written('1', '2026-11-21T08:00:00.000Z'),
      written('1', '2026-11-21T09:00:00.000Z', {
        decision: { kind: 'outcome', outcome: 'disqualified', reason: 'r', comment: '', returnOn: null },
      }),
      interrupted(submission({ ref: contact('1'), at: '2026-11-21T10:00:00.000Z' })),
    ];
    const queue = await read([], submissions);
    expect(queue.written.map(({ target }) => target)).toEqual(['Disqualified']);
    expect(ids(queue.unsent)).toEqual(['1']);
    expect(queue.day.conversations).toBe(1);
  });
});

it('of one record several may be unsent, each a row of its own, and none hides behind a newer one', async () => {
  const older = interrupted(submission({ ref: contact('1'), at: '2026-11-21T08:00:00.000Z' }));
  const newer = submission({
    ref: contact('1'),
    at: '2026-11-21T09:00:00.000Z',
    nextAt: '2026-11-21T11:00:00.000Z',
  });
  const taken = submission({ ref: contact('1'), at: '2026-11-21T07:00:00.000Z', state: 'withdrawn' });
  const { unsent } = await read([], [older, newer, taken]);
  expect(unsent.map(({ id, state, nextAt }) => [id, state, nextAt])).toEqual([
    [newer.id, 'waiting', newer.nextAt],
    [older.id, 'failed', null],
  ]);
});

describe('accounts', () => {
  it('are named only where there are several', async () => {
    const alone = await read([draft('1')], []);
    expect(alone.drafts[0]?.account).toBe('');
    const two = await read([draft('1')], [], ['100', '200']);
    expect(two.drafts[0]?.account).toBe('Portal 100');
    const lead = draft('9', { ref: { crm: 'other', account: 'x', object: 'Lead', id: '9' } });
    const mixed = await read([draft('1'), lead], []);
    expect(mixed.drafts.map(({ account }) => account).sort()).toEqual(['HubSpot', 'other']);
    const all = await read([draft('1'), lead], [], ['100', '200']);
    expect(all.drafts.map(({ account }) => account).sort()).toEqual(['HubSpot · Portal 100', 'other']);
  });

  it('that were disconnected keep their rows', async () => {
    const queue = await read([draft('1')], [], []);
    expect(queue.connected).toBe(false);
    expect(queue.drafts).toHaveLength(1);
  });
});
