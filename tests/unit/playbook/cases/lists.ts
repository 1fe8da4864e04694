// Cases: names that are known before anyone has answered, by where they come from.
import { fact } from '../../qualification/fixture';
import { ago, type Case, inMarket, no, outside } from './case';

const source = (kind: string) => fact('source.kind', kind);
const untouched = fact('engagement.outreachCount', 0);

export const lists: Case[] = [
  {
    name: 'the bought name',
    story: 'One of two thousand addresses that marketing bought last week. Nobody has done anything with it.',
    facts: [source('boughtList'), untouched],
    stages: 'L L L L L L L',
    beside: {
      communication: { flags: { prospectiveLead: 'yes' }, labels: { source: 'boughtList' }, band: null },
      'target-market': { flags: { prospectiveLead: 'yes' } },
      default: { labels: { source: 'boughtList' } },
    },
  },
  {
    name: 'the bought name that fits',
    story: 'A freight forwarder in Hamburg with 240 people, from a bought list; never called.',
    facts: [...inMarket, source('boughtList'), untouched],
    stages: 'L L L L P L L',
    beside: { communication: { flags: { prospectiveLead: 'yes' } } },
  },
  {
    name: 'the lead of a subscription service',
    story:
      'A service delivers ten names a month, and this is one of them. It counts as MSRL, and waits untouched.',
    facts: [...inMarket, source('subscription'), untouched],
    rep: { leadType: 'msrl' },
    stages: 'L L L L P L L',
    beside: {
      communication: { flags: { prospectiveLead: 'yes' }, labels: { leadType: 'msrl' } },
      default: { labels: { leadType: 'msrl' } },
    },
  },
  {
    name: 'the researched name, emailed in vain',
    story: 'Found by research because it fits; four emails since, and no answer.',
    facts: [
      ...inMarket,
      source('list'),
      ago('engagement.lastSentAt', 6),
      fact('engagement.outreachCount', 4),
    ],
    stages: 'L L L L P L L',
    beside: {
      // What we send makes no lead of an entry on a list.
      communication: { flags: { prospectiveLead: 'yes' } },
      response: { outcomes: { nurture: 'unknown' } },
    },
  },
  {
    name: 'the one who surely never answered',
    story: 'The rep has looked everywhere: no reply, no call, no click in a year of trying.',
    facts: [...inMarket, ago('engagement.lastSentAt', 6)],
    rep: no('twoWay', 'reacted'),
    stages: 'L L L L P L L',
    beside: {
      default: { outcomes: { nurture: 'yes', disqualified: 'unknown' } },
      'three-levels': { outcomes: { nurture: 'yes' } },
      communication: { outcomes: { nurture: 'yes' } },
      response: { outcomes: { nurture: 'yes' } },
    },
  },
  {
    name: 'the referral that fits',
    story: 'A client named the operations manager of another forwarder. She does not know about us yet.',
    facts: [...inMarket, source('referral')],
    stages: 'L L L L P L L',
    beside: {
      'three-levels': { labels: { source: 'referral' } },
      profile: { labels: { source: 'referral' }, flags: { cameToUs: 'no' } },
      communication: { flags: { prospectiveLead: 'unknown' } },
    },
  },
  {
    name: 'the referral to a friend’s shop',
    story: 'A colleague passed on a friend with a shop of twelve people in São Paulo.',
    facts: [...outside, source('referral')],
    stages: 'L L L L L L L',
    beside: {
      default: { outcomes: { disqualified: 'yes' } },
      value: { outcomes: { disqualified: 'unknown' } },
      'target-market': { outcomes: { disqualified: 'yes' } },
      response: { outcomes: { disqualified: 'yes' } },
    },
  },
  {
    name: 'the visitor by search',
    story: 'Found the website by a search, left an address, and was never spoken to.',
    facts: [...inMarket, source('inbound'), ago('web.lastVisitAt', 2)],
    stages: 'L L L L P L L',
    beside: {
      profile: { flags: { cameToUs: 'yes' } },
      communication: { flags: { prospectiveLead: 'unknown' } },
    },
  },
  {
    name: 'the one who came by an advertisement',
    story: 'Clicked on an advertisement two weeks ago; the company is not known.',
    facts: [source('paid')],
    stages: 'L L L L L L L',
    beside: { profile: { flags: { cameToUs: 'yes' } }, default: { labels: { source: 'paid' } } },
  },
  {
    name: 'the name full of fillers',
    story: 'Industry TBD, country N/A, 99,999 people, title asdf: someone had to get past required fields.',
    facts: [
      fact('company.industry', 'TBD'),
      fact('company.country', 'N/A'),
      fact('company.employees', 99_999),
      fact('person.title', 'asdf'),
      fact('person.buyingRole', 'unknown'),
    ],
    stages: 'L L L L L L L',
    beside: { default: { outcomes: { disqualified: 'unknown', nurture: 'unknown' } } },
  },
];
