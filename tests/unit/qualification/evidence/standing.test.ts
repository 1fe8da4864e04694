// Freshness and what overrules, in words; and that the words agree with what counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { answer, emptyDraft } from '@/lib/qualification/draft/drafting';
import { withDerived } from '@/lib/qualification/evidence/derived';
import { disagreement, otherSide, otherSideShort } from '@/lib/qualification/evidence/disagreement';
import { freshWords, overruleWords } from '@/lib/qualification/evidence/standing';
import type { Fact } from '@/lib/record/snapshot';
import { ann, daysAgo, fact, now, playbook, ref, snapshot } from '../fixture';

const twoWay = playbook.criteria.find((one) => one.id === 'twoWay');
if (!twoWay) throw new Error('The small playbook asks for two-way contact.');
const reply = (days: number) => fact('engagement.lastReplyAt', daysAgo(days), daysAgo(days));
const silent = (days: number | null) =>
  fact('hubspot:contacts.silent', 'true', days === null ? null : daysAgo(days));
const of = (facts: Fact[], draft: Draft | null = null) => {
  const one = answered(playbook, snapshot(facts), draft, now).twoWay;
  if (!one) throw new Error('Every criterion is answered somehow.');
  return one;
};
const said = (value: 'yes' | 'no') =>
  answer(emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'x' }, now), 'twoWay', value, ann, now);
const words = (facts: Fact[], draft: Draft | null = null) => {
  const one = of(facts, draft);
  return one.evidence.map((piece) => [freshWords(piece, now), overruleWords(twoWay, piece, one)]);
};

describe('a piece of evidence', () => {
  it.each([
    [[reply(41)], ['41 days old, counts for 90', 'Your own answer would overrule it, or a newer silent']],
    [[reply(1)], ['1 day old, counts for 90', 'Your own answer would overrule it, or a newer silent']],
    [[reply(0)], ['today, counts for 90', 'Your own answer would overrule it, or a newer silent']],
    [[reply(200)], ['200 days old, counted for 90', 'A newer one would count, or your own answer']],
    [[reply(-5)], ['in 5 days', 'Does not count yet; your own answer does']],
    [
      [fact('engagement.lastReplyAt', 'soon', null)],
      ['no date, so it can’t count for 90 days', 'Does not count yet; your own answer does'],
    ],
    [
      [silent(3)],
      [
        '3 days old, counts at any age',
        'Your own answer would overrule it, or a newer last reply or last meeting booked',
      ],
    ],
    [[fact('engagement.lastClickAt', daysAgo(4), daysAgo(4))], ['4 days old', '']],
  ])('%o', (facts, expected) => expect(words(facts)).toEqual([expected]));

  it('says that the rep’s word stands above it, or with it', () => {
    expect(words([reply(3)], said('no'))[0]?.[1]).toBe('Overruled by your own answer');
    expect(words([reply(3)], said('yes'))[0]?.[1]).toBe('Agrees with your own answer');
  });
});

describe('a disagreement', () => {
  it('has both sides and says which counts', () => {
    const one = of([reply(3)], said('no'));
    expect(disagreement(twoWay, one)).toEqual({
      counts: 'No, from you',
      why: 'Your answer counts: a person’s word goes before what a field says.',
      against: [{ says: 'Yes', text: 'replied 18 Nov 2026', source: 'HubSpot', at: daysAgo(3), url: null }],
    });
    expect(otherSide(twoWay, one)).toBe('HubSpot says yes');
    expect(otherSideShort(twoWay, one)).toBe('yes (HubSpot)');
  });
  it('of two facts the newer counts, and one with a date before one without', () => {
    expect(disagreement(twoWay, of([reply(3), silent(9)]))?.why).toBe(
      'It counts because it is newer, 18 Nov 2026.',
    );
    const dated = of([reply(3), silent(null)]);
    expect(disagreement(twoWay, dated)).toMatchObject({
      counts: 'Yes, from HubSpot',
      why: 'It counts because it has a date, 18 Nov 2026.',
    });
    expect(otherSide(twoWay, dated)).toBe('HubSpot also says no');
  });
  it('is none where all agree', () => {
    expect(disagreement(twoWay, of([reply(3)], said('yes')))).toBeNull();
    expect(otherSide(twoWay, of([reply(3)]))).toBe('');
  });
});

const facts = fc.array(
  fc.oneof(
    fc.integer({ min: -30, max: 400 }).map(reply),
    fc.option(fc.integer({ min: 0, max: 400 })).map(silent),
    fc
      .integer({ min: 0, max: 400 })
      .map((days) => fact('engagement.lastClickAt', daysAgo(days), daysAgo(days))),
  ),
  { maxLength: 4 },
);
const drafts = fc.constantFrom(null, said('yes'), said('no'));

describe('whatever the facts', () => {
  it('there is a disagreement exactly where something live says otherwise, and it is never what counts', () => {
    fc.assert(
      fc.property(facts, drafts, (list, draft) => {
        const one = of(list, draft);
        const both = disagreement(twoWay, one);
        expect(both !== null).toBe(one.disagrees);
        for (const side of both?.against ?? []) expect(side.says.toLowerCase()).not.toBe(one.value);
      }),
    );
  });
  it('what is too old says so in days, and what counts is within its limit', () => {
    fc.assert(
      fc.property(facts, drafts, (list, draft) => {
        for (const piece of of(list, draft).evidence) {
          const limited = piece.freshDays !== undefined && piece.at !== null;
          if (!limited) continue;
          const old = (now.getTime() - Date.parse(piece.at ?? '')) / 86_400_000;
          if (piece.state === 'answers') expect(old).toBeLessThanOrEqual(piece.freshDays ?? 0);
          if (piece.state === 'stale') expect(old).toBeGreaterThan(piece.freshDays ?? 0);
          expect(freshWords(piece, now).includes('counted')).toBe(piece.state === 'stale');
        }
      }),
    );
  });
  it('a newer reply never takes an answer of yes away', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 80 }), (list, days) => {
        const live = list.filter((one) => one.at === null || one.at <= daysAgo(days));
        fc.pre(of(live).value === 'yes');
        expect(of([...live, reply(days)]).value).toBe('yes');
      }),
    );
  });
});

it('a CRM can’t send what is derived here', () => {
  const forged = [
    fact('market', 'yes'),
    fact('person.authority', 'decides'),
    fact('lead.derivedType', 'srl'),
  ];
  expect(withDerived({ ...playbook, market: undefined }, snapshot(forged), now)).toEqual([]);
});
