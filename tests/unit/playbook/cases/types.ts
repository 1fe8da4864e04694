// Cases: lead types by what people asked for, and temperature by budget, authority, need and demand.
import { ago, type Case, form, inMarket, no, outside, yes } from './case';

const call = ago('engagement.lastConnectedCallAt', 1);
const four = (...held: string[]) => ({ ...no('budget', 'decides', 'hasProblem', 'demand'), ...yes(...held) });
const temperature = (band: string | null, weakest: 'yes' | 'no' | 'unknown' = 'no') => ({
  communication: { band, flags: { coldWithoutAuthority: weakest } },
  'target-market': { band },
  default: { band },
});

export const types: Case[] = [
  {
    name: 'the white paper',
    story: 'Left an address to read our report on customs. No company known.',
    facts: [form('White paper: customs without tears', 20)],
    stages: 'L L L L L L L',
    beside: { communication: { labels: { leadType: 'iql' } }, default: { labels: { leadType: 'iql' } } },
  },
  {
    name: 'the e-book',
    story: 'A forwarder that fits downloaded the e-book and watched nothing else.',
    facts: [...inMarket, form('E-book: the paperless warehouse', 20)],
    stages: 'L L L L P L L',
    beside: {
      communication: { labels: { leadType: 'mql' } },
      'target-market': { labels: { leadType: 'mql' } },
    },
  },
  {
    name: 'the webinar guest',
    story: 'Sat through the whole webinar. Nobody knows what for.',
    facts: [...inMarket, form('Webinar: faster customs', 4)],
    stages: 'L L L L P L L',
    beside: { communication: { labels: { leadType: 'mql' } } },
  },
  {
    name: 'one step further than the e-book',
    story: 'After the e-book came a talk with sales, and an interest in deciding. She does not decide alone.',
    facts: [...inMarket, form('E-book: the paperless warehouse', 20), call],
    rep: { leadType: 'sql', ...yes('showsInterest'), ...no('decides') },
    stages: 'L L L P O P P',
    beside: { communication: { labels: { leadType: 'sql' } } },
    disagrees: ['leadType'],
  },
  {
    name: 'the request for a salesperson',
    story: 'Filled in “Contact sales” this morning; a forwarder that fits.',
    facts: [...inMarket, form('Contact sales', 0)],
    stages: 'L L L O O P L',
    beside: { communication: { labels: { leadType: 'srl' } }, default: { labels: { leadType: 'srl' } } },
  },
  {
    name: 'the request from outside the market',
    story: 'A shop in Brazil wants a demo. Ready to hear more, and nothing for us.',
    facts: [...outside, form('Demo request', 1)],
    stages: 'L L L O O L L',
    beside: {
      communication: { outcomes: { disqualified: 'yes' } },
      profile: { outcomes: { disqualified: 'yes' } },
    },
  },
  {
    name: 'the request of long ago',
    story: 'Asked for a quote more than a year back, and nobody called.',
    facts: [...inMarket, form('Get a quote', 420)],
    stages: 'L L L L P L L',
    beside: { communication: { labels: { leadType: null } } },
  },
  {
    name: 'four of four',
    story: 'Money, say, need, and a date next month.',
    facts: [...inMarket, call],
    rep: four('budget', 'decides', 'hasProblem', 'demand'),
    stages: 'L P L P P L P',
    beside: temperature('hot'),
  },
  {
    name: 'three of four, without a say',
    story: 'Everything is there but the authority: she prepares the decision for her director.',
    facts: [...inMarket, call],
    rep: four('budget', 'hasProblem', 'demand'),
    stages: 'L P L P P L P',
    beside: temperature('hot'),
  },
  {
    name: 'two of four',
    story: 'Decides and has the need, without money or hurry.',
    facts: [...inMarket, call],
    rep: four('decides', 'hasProblem'),
    stages: 'L P L P P L P',
    beside: temperature('warm'),
  },
  {
    name: 'one of four, and it is the need',
    story: 'A clerk who suffers daily and can do nothing about it.',
    facts: [...inMarket, call],
    rep: four('hasProblem'),
    stages: 'L P L P P L P',
    beside: temperature('cold', 'yes'),
  },
  {
    name: 'one of four, and it is the authority',
    story: 'The managing director, without a need, a budget or a date.',
    facts: [...inMarket, call],
    rep: four('decides'),
    stages: 'L L L P P L P',
    beside: temperature('cold'),
  },
  {
    name: 'none of four',
    story: 'No money, no say, no need, no hurry.',
    facts: [...inMarket, call],
    rep: four(),
    stages: 'L L L P P L P',
    beside: temperature(null),
  },
  {
    name: 'one of four, the others not asked',
    story: 'They mentioned a budget; the call broke off there.',
    facts: [...inMarket, call],
    rep: yes('budget'),
    stages: 'L L L P P L P',
    // Unknown is not no: the three could still make them hot.
    beside: temperature(null, 'unknown'),
  },
];
