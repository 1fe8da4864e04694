// Who wins when facts, an earlier note and the rep speak, and what is too old, too early or too empty to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/lib/playbook/answer';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answer, answered, clearAnswer, emptyDraft, fits, plainAnswers } from '@/lib/qualification';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { ann, daysAgo, fact, now, playbook, ref, snapshot } from '../fixture';

const book = { id: 'small', version: '1.2.3', hash: 'aa' };
const draft = emptyDraft(ref, book, now);
const said = (criterion: string, value: AnswerValue | null, quote?: string) =>
  answer(draft, criterion, value, ann, now, quote);
const of = (criterion: string, facts: Fact[], more: Partial<Snapshot> = {}, rep = draft) => {
  const one = answered(playbook, snapshot(facts, more), rep, now)[criterion];
  if (one === undefined) throw new Error(`no criterion ${criterion}`);
  return one;
};
const reply = (days: number) => fact('engagement.lastReplyAt', daysAgo(days), daysAgo(days));
const earlier = (criterion: string, value: AnswerValue, days: number) => ({
  earlier: [{ criterion, value, at: daysAgo(days), by: 'Bo', url: null, quote: 'we do' }],
});
const states = (criterion: string, facts: Fact[], more: Partial<Snapshot> = {}, rep = draft) =>
  of(criterion, facts, more, rep).evidence.map((one) => [one.fact, one.says, one.state]);

describe('facts answer', () => {
  it('with source, time and words', () => {
    expect(of('twoWay', [reply(3)])).toEqual({
      criterion: 'twoWay',
      value: 'yes',
      from: 'crm',
      asked: false,
      at: daysAgo(3),
      by: 'HubSpot',
      disagrees: false,
      evidence: [
        {
          fact: 'engagement.lastReplyAt',
          text: 'replied 18 Nov 2026',
          at: daysAgo(3),
          url: null,
          says: 'yes',
          state: 'answers',
          freshDays: 90,
          source: 'HubSpot',
        },
      ],
    });
  });
  it('until they are stale, and not before they have happened', () => {
    expect(of('twoWay', [reply(90)]).value).toBe('yes');
    expect(of('twoWay', [reply(90.1)])).toMatchObject({ value: null, from: 'none' });
    expect(states('twoWay', [reply(90.1)])).toEqual([['engagement.lastReplyAt', 'yes', 'stale']]);
    expect(of('twoWay', [reply(-0.9)]).value).toBe('yes');
    expect(states('twoWay', [reply(-1.1)])).toEqual([['engagement.lastReplyAt', 'yes', 'shown']]);
    const meeting = fact('engagement.lastMeetingBookedAt', daysAgo(-20), daysAgo(-20));
    expect(of('twoWay', [meeting]).value).toBe('yes');
  });
  it('not with a freshness limit and no time, nor with a broken one', () => {
    expect(of('twoWay', [fact('engagement.lastReplyAt', 'soon', null)]).value).toBeNull();
    expect(of('twoWay', [fact('engagement.lastReplyAt', 'soon', '2026-13-40')]).value).toBeNull();
  });
  it('never as a placeholder', () => {
    for (const title of ['TBD', 'n/a', '-', 'VP?'])
      expect(of('decides', [fact('person.title', title)]).value, title).toBe(title === 'VP?' ? 'yes' : null);
    expect(states('decides', [fact('person.title', 'TBD')])).toEqual([['person.title', null, 'placeholder']]);
    expect(states('team', [fact('company.employees', 0)])).toEqual([
      ['company.employees', null, 'placeholder'],
    ]);
    expect(states('fitsMarket', [fact('company.name', 'NA')])).toEqual([['company.name', null, 'shown']]);
    expect(states('fitsMarket', [fact('company.name', '')])).toEqual([]);
  });
  it('once each, by the rule that lets them say most', () => {
    expect(states('decides', [fact('person.title', 'Head of  Sales')])).toEqual([
      ['person.title', 'yes', 'answers'],
    ]);
    expect(states('decides', [fact('person.title', 'MVP')])).toEqual([['person.title', null, 'shown']]);
  });
  it('with their own value only where it fits', () => {
    expect(of('team', [fact('company.employees', '12')]).value).toBe(12);
    expect(of('team', [fact('company.employees', '1,200')]).value).toBeNull();
    expect(of('source', [fact('source.kind', 'boughtList')]).value).toBe('boughtList');
    expect(of('source', [fact('source.kind', 'X1', null, 'bought list')]).value).toBe('boughtList');
    expect(of('source', [fact('source.kind', 'paid')]).value).toBeNull();
    const end = (value: string) => of('renewal', [fact('hubspot:contacts.contract_end', value, value)]).value;
    expect(end('2027-06-30')).toBe('2027-06-30');
    expect(end('2027-06-30T12:00:00Z')).toBe('2027-06-30');
    expect(end('2027-02-30')).toBeNull();
  });
  it('the newer one where two disagree, and both stay visible', () => {
    const silent = (days: number | null) =>
      fact('hubspot:contacts.silent', true, days === null ? null : daysAgo(days));
    expect(of('twoWay', [reply(3), silent(1)])).toMatchObject({ value: 'no', disagrees: true });
    expect(of('twoWay', [reply(1), silent(3)])).toMatchObject({ value: 'yes', disagrees: true });
    expect(of('twoWay', [silent(null), reply(80)])).toMatchObject({ value: 'yes', disagrees: true });
    expect(states('twoWay', [reply(3), silent(1)])).toEqual([
      ['engagement.lastReplyAt', 'yes', 'overruled'],
      ['hubspot:contacts.silent', 'no', 'answers'],
    ]);
  });
});

describe('an earlier note', () => {
  it('beats older facts, and a newer fact beats it', () => {
    expect(of('twoWay', [reply(30)], earlier('twoWay', 'no', 10))).toMatchObject({
      value: 'no',
      from: 'earlier',
      by: 'Bo',
      at: daysAgo(10),
      quote: 'we do',
      disagrees: true,
    });
    expect(of('twoWay', [reply(3)], earlier('twoWay', 'no', 10))).toMatchObject({
      value: 'yes',
      from: 'crm',
    });
    expect(of('decides', [fact('person.title', 'VP')], earlier('decides', 'no', 10)).value).toBe('no');
  });
  it('goes stale after 180 days and must fit the question', () => {
    expect(of('decides', [], earlier('decides', 'no', 180)).value).toBe('no');
    expect(of('decides', [], earlier('decides', 'no', 181)).value).toBeNull();
    expect(states('decides', [], earlier('decides', 'no', 181))).toEqual([['earlier', 'no', 'stale']]);
    expect(of('decides', [], earlier('decides', 7, 1)).evidence).toEqual([]);
  });
});

describe('the rep', () => {
  it('beats everything, and the disagreement stays visible', () => {
    expect(of('twoWay', [reply(1)], {}, said('twoWay', 'no', 'never spoke'))).toMatchObject({
      value: 'no',
      from: 'rep',
      asked: true,
      by: 'Ann Lee',
      quote: 'never spoke',
      disagrees: true,
    });
    expect(of('twoWay', [reply(1)], {}, said('twoWay', 'yes')).disagrees).toBe(false);
    expect(of('twoWay', [reply(100)], {}, said('twoWay', 'no')).disagrees).toBe(false);
  });
  it('holds the answer at unknown with "don\'t know"', () => {
    expect(of('twoWay', [reply(1)], {}, said('twoWay', null))).toMatchObject({
      value: null,
      from: 'rep',
      asked: true,
      disagrees: true,
    });
  });
  it('gives the word back to the facts by clearing', () => {
    expect(of('twoWay', [reply(1)], {}, clearAnswer(said('twoWay', 'no'), 'twoWay')).from).toBe('crm');
  });
});

const anyFact = fc.record({
  name: fc.constantFrom(
    ...playbook.criteria.flatMap((one) => one.evidence.map((rule) => rule.fact)),
    ...['company.industry', 'company.country', 'company.revenue', 'person.buyingRole', '__proto__'],
  ),
  value: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom('TBD', 'VP', '2026-11-01'),
  ),
  at: fc.option(fc.oneof(fc.string(), fc.integer({ min: -400, max: 400 }).map(daysAgo))),
  url: fc.constant(null),
  field: fc.string(),
});
const anyAnswer = fc.oneof(fc.constantFrom('yes', 'no', 'referral', '2026-01-01', null), fc.double());

describe('whatever the CRM says', () => {
  it.each([playbook, defaultPlaybook])(
    'every criterion of $id gets an answer that fits it, or none',
    (book) => {
      const rep = fc.dictionary(fc.constantFrom(...book.criteria.map((one) => one.id)), anyAnswer);
      fc.assert(
        fc.property(fc.array(anyFact, { maxLength: 12 }), rep, (facts, answers) => {
          const filled = Object.entries(answers).reduce(
            (d, [id, value]) => answer(d, id, value, ann, now),
            draft,
          );
          const all = answered(book, snapshot(facts), filled, now);
          expect(Object.keys(all)).toEqual(book.criteria.map((one) => one.id));
          for (const criterion of book.criteria) {
            const one = all[criterion.id];
            expect(one?.value === null || fits(criterion, one?.value)).toBe(true);
            const live = one?.evidence.filter((item) => item.state === 'answers') ?? [];
            expect(live.every((item) => item.says === one?.value)).toBe(true);
            if (one?.from === 'crm') expect(live.length).toBeGreaterThan(0);
            expect(one?.disagrees).toBe(one?.evidence.some((item) => item.state === 'overruled'));
          }
          expect(Object.keys(plainAnswers(all))).toEqual(Object.keys(all));
        }),
      );
    },
  );
  it('has answers before anything was read', () => {
    expect(answered(playbook, null, null, now).twoWay).toMatchObject({ value: null, from: 'none' });
    expect(answered(playbook, null, said('twoWay', 'yes'), now).twoWay?.value).toBe('yes');
  });
});
