// What a draft tells a list: who, how far, what nobody knows; and whether it holds anything at all.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answer, emptyDraft, isBegun, listedAs } from '@/lib/qualification';
import { DraftSchema, ListedSchema, type NextStep } from '@/lib/qualification/answers/draft';
import type { Snapshot } from '@/lib/record/snapshot';
import { now, playbook, qualify, ref, snapshot } from '../fixture';

const empty = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'h' }, now);
const said = (criterion: string, value: string) => answer(empty, criterion, value, null, now);

function listed(draft = empty, more: Partial<Snapshot> = {}) {
  const record = snapshot([], more);
  const { verdict, answered } = qualify(record, draft);
  return listedAs(record, verdict, answered, playbook);
}

describe('about a record', () => {
  it('tells the stage that the answers support, the next one, and how many answers it needs', () => {
    const one = listed(said('twoWay', 'yes'));
    expect(one).toMatchObject({ name: 'Mia Berg', company: '', stage: 'lead', next: 'prospect', missing: 1 });
    expect(one.unknown).toContain('fitsMarket');
    expect(one.unknown).not.toContain('twoWay');
  });

  it('tells where something speaks against the next stage', () => {
    expect(listed(said('fitsMarket', 'no')).missing).toBeNull();
  });

  it('keeps no more of a name than its schema takes, and the email address where there is none', () => {
    const company = { ref, name: 'c'.repeat(5000), detail: '' };
    expect(v.is(ListedSchema, listed(empty, { name: 'n'.repeat(5000), company }))).toBe(true);
    expect(listed(empty, { name: ' ' }).name).toBe('mia@example.com');
  });
});

describe('a draft', () => {
  it('of a version that kept nothing about its record still loads', () => {
    expect(v.is(DraftSchema, empty)).toBe(true);
    expect(v.is(DraftSchema, { ...empty, listed: listed() })).toBe(true);
  });

  it('is begun once it holds anything of the rep’s', () => {
    expect(isBegun(empty)).toBe(false);
    expect(isBegun(said('twoWay', 'yes'))).toBe(true);
    expect(isBegun({ ...empty, noteText: '' })).toBe(true);
    const next: NextStep = {
      ...{ kind: 'followUp', label: 'Follow up', subject: 'Call back', body: '', dueOn: '2026-11-24' },
    };
    expect(isBegun({ ...empty, next })).toBe(true);
    expect(isBegun({ ...empty, next: null })).toBe(false);
    expect(isBegun({ ...empty, extra: { f: 'x' } })).toBe(true);
    expect(isBegun({ ...empty, form: { f: { a: 'x' } } })).toBe(true);
  });
});
