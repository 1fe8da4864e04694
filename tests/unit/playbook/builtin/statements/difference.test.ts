// The difference article, statement by statement, by its lines: what its two built-in playbooks make of each.
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import { fact } from '../../../qualification/fixture';
import { ago, form, inMarket, no, outside, yes } from '../../cases/case';
import { playbookOf, under, wordsOf } from './contact';

type Contact = Parameters<typeof under>[1];
const first = (contact: Contact) => under('communication', contact);
const second = (contact: Contact) => under('target-market', contact);
const both = ['communication', 'target-market'] as const;
const bought = [fact('source.kind', 'boughtList')];
const called = [ago('engagement.lastConnectedCallAt', 2)];
const ofFour = (...held: string[]) => ({
  ...no('budget', 'decides', 'hasProblem', 'demand'),
  ...yes(...held),
});

describe('the first thread: communication', () => {
  it('3: a lead is one-way, and most of the biggest part goes no further', () => {
    expect(first({ facts: [...inMarket, ago('engagement.lastSentAt', 2)] }).stage).toBe('lead');
    expect(wordsOf('communication', 'lead')).toMatch(/One-way.*biggest.*most/s);
  });

  it('5: which prospects are worth the effort comes second; how likely they are to buy counts most', () => {
    expect(wordsOf('communication', 'prospect')).toMatch(/which prospects are worth.*likely.*customers/s);
  });

  it('5: the biggest drop is from lead to prospect, and only here it is said', () => {
    expect(wordsOf('communication')).toMatch(/biggest drop in the funnel is from lead to prospect/);
    expect(wordsOf('three-levels')).not.toMatch(/biggest drop/);
  });

  it.each([
    ['talked', { facts: called }],
    ['replied, and said nothing more', { facts: [ago('engagement.lastReplyAt', 2)] }],
    ['engaged, as the rep says', { rep: yes('twoWay') }],
  ])('5, 70: who %s has shown interest by that, and is a prospect', (_, contact) => {
    expect(first(contact)).toMatchObject({ stage: 'prospect', presumed: ['showsInterest'] });
  });

  it('5, 70: a click is no engagement, and who says that it is nothing for them has no interest', () => {
    expect(first({ facts: [ago('engagement.lastClickAt', 2)] }).stage).toBe('lead');
    expect(first({ rep: { ...yes('twoWay', 'fitsMarket'), ...no('showsInterest') } })).toMatchObject({
      stage: 'lead',
      outcomes: ['nurture'],
    });
  });

  it('5: the first question is about contact', () => {
    expect(first({})).toMatchObject({ next: 'twoWay' });
  });

  it('7: whether we are the right solution to their problem is asked', () => {
    const asked = playbookOf('communication').criteria.map(({ ask }) => ask);
    expect(asked.join('\n')).toMatch(/right solution to that problem\?/);
  });

  it.each(['fitsMarket', 'hasProblem', 'couldUse', 'fit'])(
    '7, 74: no to %s qualifies a prospect out',
    (id) => {
      expect(first({ rep: { ...yes('twoWay'), ...no(id) } })).toMatchObject({
        stage: 'prospect',
        outcomes: ['disqualified'],
      });
    },
  );

  it('57: who asks for a salesperson is really an opportunity', () => {
    expect(first({ facts: [form('Contact sales', 1)] }).stage).toBe('opportunity');
    expect(first({ rep: { leadType: 'srl', ...no('twoWay') } }).stage).toBe('opportunity');
  });

  it('61: who talked with sales and wants to decide is a prospect', () => {
    expect(first({ rep: { leadType: 'sql' } }).stage).toBe('prospect');
  });

  it('74: demographics and who decides are asked, in a first call, a presentation, or both', () => {
    expect(wordsOf('communication', 'lead')).toMatch(/first call, in a presentation, or both.*fit.*decides/s);
  });
});

describe('the second thread: the target market', () => {
  it('13: a lead may or may not fit, and a first call is one way to learn', () => {
    expect(second({}).stage).toBe('lead');
    expect(wordsOf('target-market', 'lead')).toMatch(/may or may not.*first call/s);
  });

  it.each([
    ['area and trade', { facts: inMarket }],
    ['the rep’s word, the money not known', { rep: yes('fitsMarket') }],
    [
      'the rep’s word, and that the money is not known',
      { rep: { ...yes('fitsMarket'), financialProfile: null } },
    ],
    ['the rep’s word on both', { rep: yes('fitsMarket', 'financialProfile') }],
  ])('17: the target market alone makes a prospect: by %s', (_, contact) => {
    expect(second(contact).stage).toBe('prospect');
  });

  it('17: money is one of its possible marks, and speaks against where it is known to be missing', () => {
    const poor = { rep: { ...yes('fitsMarket'), ...no('financialProfile') } };
    expect(second(poor)).toMatchObject({ stage: 'lead', outcomes: ['disqualified'] });
    expect(second({ rep: yes('fitsMarket') }).presumed).toEqual(['financialProfile']);
  });

  it('17: no interest need have been expressed', () => {
    expect(second({ rep: { ...yes('fitsMarket'), ...no('showsInterest') } }).stage).toBe('prospect');
  });

  it('21: an opportunity has expressed interest, is the most valuable and the most likely to buy', () => {
    expect(second({ rep: yes('fitsMarket', 'showsInterest') }).stage).toBe('opportunity');
    expect(wordsOf('target-market', 'opportunity')).toMatch(
      /most valuable and the most likely to buy.*last step before a customer/s,
    );
  });

  it('27: not every lead becomes a prospect, and some begin as one', () => {
    expect(wordsOf('target-market')).toMatch(/Not every lead becomes a prospect/);
    expect(wordsOf('target-market')).toMatch(/a contact starts here/);
  });

  it.each([
    ['of whom nothing is known', {}],
    ['of the market', { facts: inMarket }],
    ['from outside it', { facts: outside }],
  ])('57: who asks for a salesperson is an opportunity: one %s', (_, { facts = [] }: Contact) => {
    expect(second({ facts: [...facts, form('Contact sales', 1)] }).stage).toBe('opportunity');
  });

  it('61, 21: who wants to decide has expressed interest', () => {
    expect(second({ facts: inMarket, rep: { leadType: 'sql' } }).stage).toBe('opportunity');
    expect(second({ rep: { leadType: 'sql' } }).stage).toBe('lead');
  });

  it('78: finding leads and prospecting are told apart', () => {
    expect(wordsOf('target-market', 'lead')).toMatch(/Finding leads.*prospecting/s);
  });
});

describe.each(both)('temperature, in %s', (id) => {
  const band = (rep: NonNullable<Contact['rep']>) => under(id, { rep }).band;

  it('35: hot has most or all of four', () => {
    expect(band(ofFour('budget', 'decides', 'hasProblem', 'demand'))).toBe('hot');
    expect(band(ofFour('budget', 'hasProblem', 'demand'))).toBe('hot');
    expect(band(yes('budget', 'hasProblem', 'demand'))).toBe('hot');
  });

  it('35, 45, 74: authority is to decide; a way to who decides is none', () => {
    const between = { ...ofFour('budget'), ...yes('connects') };
    expect(band(between)).toBe('cold');
    expect(playbookOf(id).criteria.find((one) => one.id === 'decides')?.yes).not.toMatch(/connect|lead us/);
  });

  it.each([
    ['budget', 'decides', 'hasProblem'],
    ['budget', 'decides', 'demand'],
    ['budget', 'hasProblem', 'demand'],
    ['decides', 'hasProblem', 'demand'],
  ])('37: a hot lead can be taken as a prospect: %s, %s and %s', (...three) => {
    expect(under(id, { rep: yes(...three) }).stage).toBe('prospect');
    expect(under(id, { rep: yes(...three.slice(1)) }).stage).toBe('lead');
  });

  it('41: warm misses two, mostly demand or money: interested, cannot commit', () => {
    expect(band(ofFour('decides', 'hasProblem'))).toBe('warm');
    const help = playbookOf(id).scales[0]?.bands.find((one) => one.id === 'warm')?.help;
    expect(help).toMatch(/two.*demand or the money.*interested.*commit/i);
  });

  it('45: cold has only one, and what is not known is not missing', () => {
    for (const one of ['budget', 'decides', 'hasProblem', 'demand']) {
      expect(band(ofFour(one))).toBe('cold');
      expect(band(yes(one))).toBeNull();
    }
    expect(band(yes('budget', 'hasProblem'))).toBeNull();
    expect(band({ ...yes('budget'), ...no('decides', 'demand') })).toBeNull();
  });

  it('45: cold above all without authority; it may be worth pursuing, for things change', () => {
    expect(under(id, { rep: ofFour('hasProblem') }).flags).toContain('coldWithoutAuthority');
    expect(under(id, { rep: ofFour('decides') }).flags).not.toContain('coldWithoutAuthority');
    const help = playbookOf(id).scales[0]?.bands.find((one) => one.id === 'cold')?.help;
    expect(help).toMatch(/worth pursuing.*change/);
  });
});

describe.each(both)('types of leads, in %s', (id) => {
  const typeOf = (...names: string[]) =>
    under(id, { facts: names.map((name, at) => form(name, at + 1)) }).type;
  const adviceFor = (type: string) => under(id, { rep: { leadType: type } }).advice.join();
  const help = (type: string) =>
    playbookOf(id)
      .criteria.find((one) => one.id === 'leadType')
      ?.options?.find((one) => one.id === type)?.help ?? '';

  it('31: each type has a strategy of its own', () => {
    const all = ['iql', 'mql', 'sql', 'srl', 'msrl'].map(adviceFor);
    expect(all.every((text) => text !== '')).toBe(true);
    expect(new Set(all).size).toBe(5);
  });

  it.each(['White paper: customs', 'Template: customs checklist', 'Brochure download', 'Modelo de contrato'])(
    '49: information (%s) makes an IQL',
    (name) => expect(typeOf(name)).toBe('iql'),
  );

  it('49: nothing is decided yet, and the address is for sending more', () => {
    expect(adviceFor('iql')).toMatch(/not decided to buy.*address: send more/);
    expect(help('iql')).toMatch(/white paper.*template.*download/);
  });

  it.each(['Blog subscription', 'Video: faster customs', 'E-book: the paperless warehouse'])(
    '53: content (%s) makes an MQL',
    (name) => expect(typeOf(name)).toBe('mql'),
  );

  it('53: an MQL takes a little more work than an IQL, and is worth some attention', () => {
    expect(adviceFor('mql')).toMatch(/some attention.*little more work than an IQL/);
    const facts = [form('White paper: customs', 9), fact('web.firstFormName', 'E-book: customs', null)];
    expect(under(id, { facts }).type).toBe('iql');
  });

  it('57: only who asks for a salesperson is an SRL, by a form or by calling', () => {
    expect(typeOf('Contact sales')).toBe('srl');
    for (const name of ['White paper: the price of waiting', 'E-book: how to run a demo', 'Webinar: quotes'])
      expect(typeOf(name)).not.toBe('srl');
    expect(help('srl')).toMatch(/called or wrote to ask for a salesperson/);
    const at = ago('engagement.lastInboundCallAt', 1);
    expect(under(id, { facts: [{ ...at, text: 'yesterday, asked for a salesperson' }] }).type).toBe('srl');
    expect(under(id, { facts: [at] }).type).toBeNull();
    expect(adviceFor('srl')).toMatch(/today/);
  });

  it('61: an SQL is an IQL or MQL one step further, and wants to decide', () => {
    expect(help('sql')).toMatch(/IQL or MQL.*decide/);
  });

  it('65: an MSRL comes from a subscription service, wants to know its options, and is paid for', () => {
    expect(under(id, { facts: [fact('source.kind', 'subscription')] }).type).toBe('msrl');
    expect(help('msrl')).toMatch(/subscription service.*market has to offer/);
    expect(adviceFor('msrl')).toMatch(/paid for/);
  });

  it('82: a prospective lead is a list entry, until they confirm interest, and not until we approach them', () => {
    const flags = (contact: Contact) => under(id, contact).flags;
    expect(flags({ facts: bought })).toContain('prospectiveLead');
    expect(flags({ facts: [...bought, ago('engagement.lastSentAt', 2)] })).toContain('prospectiveLead');
    expect(flags({ facts: [fact('source.kind', 'subscription')] })).toContain('prospectiveLead');
    expect(flags({ facts: bought, rep: yes('showsInterest') })).not.toContain('prospectiveLead');
    expect(flags({ facts: [...bought, form('E-book: customs', 2)] })).not.toContain('prospectiveLead');
    expect(flags({ facts: [fact('source.kind', 'inbound')] })).not.toContain('prospectiveLead');
  });

  it('says by whom a referral came', () => {
    const source = playbookOf(id).criteria.find((one) => one.id === 'source');
    const referral = source?.options?.find((one) => one.id === 'referral');
    expect(referral?.help).toMatch(/friend.*colleague.*client/);
  });
});

describe('in both', () => {
  it('25: the stages are lead, prospect, opportunity', () => {
    for (const id of both)
      expect(playbookOf(id).stages.map((one) => one.id)).toEqual(['lead', 'prospect', 'opportunity']);
  });

  it('82: a reply confirms interest too where communication decides', () => {
    expect(first({ facts: [...bought, ago('engagement.lastReplyAt', 2)] }).flags).toEqual([]);
  });

  it('the sources that the playbooks name, and the way out of every stage, are reachable', () => {
    for (const id of both) {
      const compiled = compile(playbookOf(id));
      expect(
        evaluate(compiled, {}).stages.every(({ missing, holds }) => holds === 'yes' || missing.length > 0),
      ).toBe(true);
    }
  });
});
