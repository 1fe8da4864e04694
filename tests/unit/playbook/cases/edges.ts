// Cases at the edges: contradictions, "don't know", earlier notes, and facts that are old, empty or ahead.
import { daysAgo, fact } from '../../qualification/fixture';
import { ago, type Case, form, inMarket, no, outside, yes } from './case';

const reply = 'engagement.lastReplyAt';

export const edges: Case[] = [
  {
    name: 'nobody knows anything',
    story: 'A record with a name in it, made by an import.',
    stages: 'L L L L L L L',
  },
  {
    name: 'the CRM is wrong about the trade',
    story: 'The CRM has them down as a shop in Brazil; they are a forwarder in Bremen, says their director.',
    facts: [...outside, ago('engagement.lastConnectedCallAt', 0)],
    rep: yes('fitsMarket', 'financialProfile'),
    stages: 'L L L P P L P',
    disagrees: ['fitsMarket'],
  },
  {
    name: 'it was not her who replied',
    story: 'The CRM logged a reply; it was an automatic one, says the rep.',
    facts: [...inMarket, ago(reply, 2)],
    rep: no('twoWay', 'openToBuy'),
    stages: 'L L L L P L L',
    disagrees: ['twoWay'],
    beside: { default: { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'the rep does not know either',
    story: 'There is a reply in the CRM that the rep cannot make sense of, and says so.',
    facts: [...inMarket, ago(reply, 2)],
    rep: { twoWay: null },
    stages: 'L L L L P L L',
    disagrees: ['twoWay'],
  },
  {
    name: 'an earlier note still counts',
    story: 'A colleague qualified them a month ago and left a note. Nothing has happened since.',
    facts: inMarket,
    earlier: yes('twoWay', 'hasProblem', 'couldUse', 'decides', 'talked', 'perceivesValue'),
    stages: 'P P L P P L P',
  },
  {
    name: 'a newer fact than the note',
    story: 'The note of a month ago says that they never answered. Last week they did.',
    facts: [...inMarket, ago(reply, 7)],
    earlier: { ...no('twoWay'), ...yes('hasProblem', 'couldUse', 'decides') },
    stages: 'P P L P P L P',
    disagrees: ['twoWay'],
  },
  {
    name: 'the rep has changed their mind since the note',
    story: 'A month ago there was a problem. It has been solved by somebody else.',
    facts: [...inMarket, ago('engagement.lastConnectedCallAt', 0)],
    earlier: yes('hasProblem', 'couldUse', 'decides', 'perceivesValue'),
    rep: no('hasProblem'),
    stages: 'L L L P P L P',
    beside: { value: { outcomes: { disqualified: 'yes' } } },
    disagrees: ['hasProblem'],
  },
  {
    name: 'two forms, one after the other',
    story: 'First a newsletter, then a demo request: the later one says what they want now.',
    facts: [...inMarket, form('Newsletter', 30), form('Demo request', 2)],
    stages: 'L L L O O L L',
    beside: { communication: { labels: { leadType: 'srl' } } },
  },
  {
    name: 'half of the profile',
    story: 'The trade and the country fit; how many they are stands nowhere.',
    facts: [
      fact('company.industry', 'Logistics', daysAgo(9)),
      fact('company.country', 'Germany', daysAgo(9)),
    ],
    stages: 'L L L L L L L',
    beside: { default: { outcomes: { disqualified: 'unknown' } } },
  },
  {
    name: 'the old reply and the new click',
    story: 'Replied a year ago, clicked yesterday: only the click is news.',
    facts: [...inMarket, ago(reply, 365), ago('engagement.lastClickAt', 1)],
    stages: 'L L L L P L P',
  },
  {
    name: 'a meeting that is still to come',
    story: 'Booked for next week. Nobody has talked yet.',
    facts: [...inMarket, ago('engagement.lastMeetingBookedAt', -7)],
    stages: 'L L L L P L L',
  },
];
