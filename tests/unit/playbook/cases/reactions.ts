// Cases: what people did by themselves, or in answer to us, without a word about their needs.
import { fact } from '../../qualification/fixture';
import { ago, type Case, inMarket, no, outside, yes } from './case';

const click = 'engagement.lastClickAt';
const reply = 'engagement.lastReplyAt';
const call = 'engagement.lastConnectedCallAt';

export const reactions: Case[] = [
  {
    name: 'only a click',
    story: 'Fits, and clicked the link in our email last week. No word came back.',
    facts: [...inMarket, ago(click, 5)],
    stages: 'L L L L P L P',
  },
  {
    name: 'a click from outside the market',
    story: 'A shop in Brazil clicked the link. Not the kind of company that we chose.',
    facts: [...outside, ago(click, 5)],
    stages: 'L L L L L L L',
  },
  {
    name: 'a click of long ago',
    story: 'Clicked once, seven months back, and has been silent since.',
    facts: [...inMarket, ago(click, 210)],
    stages: 'L L L L P L L',
  },
  {
    name: 'a click and a contract',
    story: 'Clicked; but the rep heard that they are bound to a supplier for another two years.',
    facts: [...inMarket, ago(click, 5)],
    rep: no('openToBuy'),
    stages: 'L L L L P L L',
    beside: { response: { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'five opened emails',
    story: 'Every newsletter is opened within the hour, and nothing else ever happens.',
    facts: [...inMarket, ago('engagement.lastOpenAt', 1)],
    stages: 'L L L L P L L',
  },
  {
    name: 'a like and a share',
    story: 'Likes and shares our posts. The company stands in no profile.',
    facts: [ago('social.lastEngagementAt', 2), fact('source.kind', 'social')],
    stages: 'L L L L L L L',
  },
  {
    name: 'a comment on the blog',
    story: 'Comments under our articles now and then; a forwarder of the right size.',
    facts: [...inMarket, ago('social.lastEngagementAt', 9)],
    stages: 'L L L L P L L',
  },
  {
    name: 'a question on social media',
    story: 'Asked under a post what the product does with customs papers, and would like to hear more.',
    facts: [...inMarket, ago('social.lastEngagementAt', 1)],
    rep: yes('reacted', 'openToBuy', 'showsInterest'),
    stages: 'L L L L O P P',
  },
  {
    name: 'a bare reply',
    story: 'Wrote back “got your email, thanks”. It is an answer, and says nothing more.',
    facts: [...inMarket, ago(reply, 3)],
    stages: 'L L L P P L P',
  },
  {
    name: 'a reply that declines',
    story: 'Answered politely that this is nothing for them at present.',
    facts: [...inMarket, ago(reply, 3)],
    rep: no('showsInterest', 'openToBuy'),
    stages: 'L L L L P L L',
    beside: {
      communication: { outcomes: { nurture: 'yes' } },
      'target-market': { outcomes: { nurture: 'yes' } },
      profile: { outcomes: { disqualified: 'yes' } },
      response: { outcomes: { nurture: 'yes' } },
    },
  },
  {
    name: 'a reply of last year',
    story: 'Answered once, nearly a year ago, and never again.',
    facts: [...inMarket, ago(reply, 330)],
    stages: 'L L L L P L L',
  },
  {
    name: 'a reply with tomorrow’s date and more',
    story: 'An import went wrong: the CRM says that they will reply in nine days.',
    facts: [...inMarket, ago(reply, -9)],
    stages: 'L L L L P L L',
  },
  {
    name: 'a call without notes',
    story: 'A colleague talked with them yesterday and wrote down nothing.',
    facts: [...inMarket, ago(call, 1)],
    stages: 'L L L P P L P',
  },
  {
    name: 'a talk with one who cannot buy this year',
    story: 'A friendly talk; the budget for this year is gone, and they said so.',
    facts: [...inMarket, ago(call, 1)],
    rep: no('openToBuy', 'budget'),
    stages: 'L L L P P L L',
    beside: { response: { outcomes: { nurture: 'yes' } }, 'three-levels': { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'a chat at the trade show',
    story: 'Stopped at our stand and asked how it works; a forwarder from Lyon.',
    facts: [...inMarket, fact('source.kind', 'event')],
    rep: yes('reacted', 'openToBuy'),
    stages: 'L L L L P L P',
    beside: { response: { labels: { source: 'event' } } },
  },
  {
    name: 'a chat at the trade show, from outside the market',
    story: 'The same chat with a shopkeeper from Brazil, who was just passing.',
    facts: [...outside, fact('source.kind', 'event')],
    rep: yes('reacted', 'openToBuy'),
    stages: 'L L L L L L L',
  },
  {
    name: 'a scanned badge',
    story: 'The badge was scanned at the stand; nobody remembers a chat.',
    facts: [...inMarket, fact('source.kind', 'event')],
    stages: 'L L L L P L L',
  },
];
