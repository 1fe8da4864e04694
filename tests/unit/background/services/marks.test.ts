// Whom a list of people puts first: by an unfinished qualification, a submission, or the evidence that came with the list.
import { describe, expect, it } from 'vitest';
import { createMarks } from '@/lib/background/services/marks';
import type { Member } from '@/lib/crm/shared/crm';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { emptyDraft } from '@/lib/qualification';
import type { Decision, Draft, Listed } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { submission } from '../outbox/world';

const now = new Date('2026-11-21T09:00:00.000Z');
const at = now.toISOString();
const contact = (id: string): RecordRef => ({ crm: 'hubspot', account: '100', object: 'contacts', id });
const person = (id: string, part: Partial<Member> = {}): Member => ({
  ...{ ref: contact(id), name: `Person ${id}`, title: '', stages: [] },
  ...part,
});
const dream = Object.fromEntries(
  ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides', 'massiveValue'].map((id) => [id, 'yes']),
);
const gone: Decision = {
  ...{ kind: 'outcome', outcome: 'disqualified', reason: 'notReal', comment: '' },
  returnOn: null,
};
const listed: Listed = {
  ...{ name: 'A', company: '', stage: 'prospect', next: 'opportunity', missing: 5, unknown: [] },
  flags: ['dreamClient'],
};
const draft = (id: string, part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(contact(id), { id: 'default', version: '1.0.0', hash: 'h' }, now),
  listed,
  ...part,
});
const sent = (id: string, part: Partial<Submission> = {}) =>
  submission({ ref: contact(id), at, answers: dream, state: 'written', finishedAt: at, ...part });

async function marked(members: Member[], drafts: Draft[] = [], submissions: Submission[] = []) {
  const marks = createMarks({
    drafts: { all: async () => ({ drafts, unreadable: 0 }) },
    outbox: { all: async () => submissions },
    playbook: async () => defaultPlaybook,
  });
  return (await marks({ title: 'Northwind', members })).members;
}
const ids = (members: Member[]) => members.map(({ ref }) => ref.id);
const people = ['1', '2', '3'].map((id) => person(id));

describe('a dream client', () => {
  it('stands first, with the mark and the reason, by what the rep has not finished', async () => {
    const members = await marked(people, [draft('3')]);
    expect(ids(members)).toEqual(['3', '1', '2']);
    expect(members[0]?.first).toEqual({
      name: 'Dream client',
      why: expect.stringMatching(/top of your list, most of your time/),
    });
    expect(members.slice(1).every(({ first }) => first === undefined)).toBe(true);
  });

  it('stands first by what was sent from here', async () => {
    expect(ids(await marked(people, [], [sent('2')]))).toEqual(['2', '1', '3']);
    expect(ids(await marked(people, [], [sent('2', { state: 'failed' })]))).toEqual(['2', '1', '3']);
    expect(ids(await marked(people, [], [sent('2', { state: 'withdrawn' })]))).toEqual(['1', '2', '3']);
  });

  it('stands first by the evidence in the CRM, which goes before what was sent from here earlier', async () => {
    const recorded = { decision: 'prospect', at, answers: dream };
    const members = await marked([person('1'), person('2', { recorded })]);
    expect(ids(members)).toEqual(['2', '1']);
    const later = { decision: 'prospect', at, answers: { ...dream, massiveValue: 'no' } };
    expect(ids(await marked([person('1'), person('2', { recorded: later })], [], [sent('2')]))).toEqual([
      '1',
      '2',
    ]);
  });

  it('is none once let go, and none by evidence that somebody changed', async () => {
    expect(ids(await marked(people, [draft('3', { decision: gone })]))).toEqual(['1', '2', '3']);
    expect(ids(await marked(people, [], [sent('3', { decision: gone })]))).toEqual(['1', '2', '3']);
    const changed = { decision: 'prospect', at, answers: dream, changed: true as const };
    const over = { decision: 'disqualified', at, answers: dream };
    const members = [person('1'), person('2', { recorded: changed }), person('3', { recorded: over })];
    expect(ids(await marked(members))).toEqual(['1', '2', '3']);
  });
});

it('the answers behind a mark go no further, and a list is shown also where nothing can be read', async () => {
  const recorded = { decision: 'prospect', at, answers: dream };
  const [first] = await marked([person('2', { recorded })]);
  expect(first?.recorded).toEqual({ decision: 'prospect', at });
  const marks = createMarks({
    drafts: { all: () => Promise.reject(new Error('The disk is gone.')) },
    outbox: { all: async () => [] },
    playbook: async () => defaultPlaybook,
  });
  expect(ids((await marks({ title: '', members: people })).members)).toEqual(['1', '2', '3']);
});
