// Cases: interest, pain and change: what makes an opportunity, under whom, and where two articles borrow it.
import { ago, type Case, form, inMarket, no, outside, yes } from './case';

const call = ago('engagement.lastConnectedCallAt', 1);
const met = ago('engagement.lastMeetingHeldAt', 4);
const reply = ago('engagement.lastReplyAt', 2);
const defaultProspect = yes('hasProblem', 'couldUse', 'decides');
const change = yes('pain', 'interest', 'fit', 'explore', 'partner');

export const opportunities: Case[] = [
  {
    name: 'pain, and no wish to change',
    story: 'It hurts, and they say so; they would still rather leave things as they are.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('perceivesValue', 'pain', 'interest', 'fit'), ...no('explore') },
    stages: 'P P L P P L P',
    beside: { value: { outcomes: { nurture: 'yes' } }, default: { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'agreed to change, with someone else',
    story: 'They will change; we are only asked so that there are three quotes.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('perceivesValue', 'explore'), ...no('partner') },
    stages: 'P P L P P L P',
    beside: { value: { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'agreed to change, far from the market',
    story: 'A shop in Brazil wants to change, and with us. Only value was asked for.',
    facts: [...outside, call],
    rep: yes('hasProblem', 'perceivesValue', 'explore', 'partner'),
    stages: 'L O L P L L L',
  },
  {
    name: 'ready for a chance to come',
    story: 'No fire to put out: they want to be ready for a new trade lane, and see us in it.',
    facts: [...inMarket, met],
    rep: { ...yes('hasProblem', 'perceivesValue', 'explore', 'partner'), ...no('pain') },
    stages: 'L O L P P L P',
  },
  {
    name: 'looking, with pain, interest and fit',
    story: 'They look for a solution, and ours fits. Nothing has been agreed yet.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('budget', 'looking', 'pain', 'interest', 'fit') },
    stages: 'P P O P P L P',
  },
  {
    name: 'pain, interest and fit, and not looking',
    story: 'All three traits are there, but they neither look for anything nor consider us.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('budget', 'pain', 'interest', 'fit'), ...no('looking') },
    stages: 'P P P P P L P',
    beside: { 'three-levels': { outcomes: { nurture: 'yes' } } },
  },
  {
    name: 'a need put up with for years',
    story: 'It has been like this since before she joined. Nothing presses.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('budget', 'pain'), ...no('interest'), painAge: 'years' },
    stages: 'P P P P P L P',
    beside: {
      'three-levels': {
        flags: { weakInterest: 'yes', strongInterest: 'no' },
        outcomes: { nurture: 'yes' },
        labels: { painAge: 'years' },
      },
      default: { outcomes: { nurture: 'yes' } },
    },
  },
  {
    name: 'a need of three weeks',
    story: 'Since the new customs rules three weeks ago nothing works, and it must be mended.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('budget', 'looking', 'pain', 'interest', 'fit'), painAge: 'weeks' },
    stages: 'P P O P P L P',
    beside: { 'three-levels': { flags: { strongInterest: 'yes', weakInterest: 'no' } } },
  },
  {
    name: 'the need of something else',
    story: 'Pain and interest are real; what they need is a haulier, not software.',
    facts: [...inMarket, call],
    rep: { ...defaultProspect, ...yes('budget', 'looking', 'pain', 'interest'), ...no('fit') },
    stages: 'P P P P P L P',
    beside: {
      'three-levels': { outcomes: { disqualified: 'yes' } },
      response: { outcomes: { disqualified: 'yes' } },
      profile: { outcomes: { disqualified: 'yes' } },
    },
  },
  {
    name: 'the ideal customer, just researching',
    story: 'Fits, asks good questions, decides, and is months away from choosing anything.',
    facts: [...inMarket, reply],
    rep: { ...yes('showsInterest', 'couldUse', 'decides'), position: 'researching' },
    stages: 'L L L P O P P',
    beside: { profile: { labels: { position: 'researching' }, outcomes: { nurture: 'unknown' } } },
  },
  {
    name: 'the ideal customer, comparing vendors',
    story: 'The same person half a year later, with three names on the table.',
    facts: [...inMarket, reply],
    rep: { ...yes('showsInterest', 'couldUse', 'decides'), position: 'comparing' },
    stages: 'L L L P O P P',
    beside: { profile: { labels: { position: 'comparing' }, outcomes: { nurture: 'unknown' } } },
  },
  {
    name: 'interest without fit',
    story: 'Keen, and nothing like our ideal customer.',
    facts: [...outside, reply],
    rep: yes('showsInterest', 'couldUse', 'decides'),
    stages: 'L L L P L L L',
    beside: { profile: { outcomes: { disqualified: 'yes' } } },
  },
  {
    name: 'interest shown before any word from us',
    story: 'Known by the register to fit, and told a friend of ours to have us call.',
    facts: inMarket,
    rep: yes('showsInterest'),
    stages: 'L L L L O P L',
  },
  {
    name: 'an opportunity borrowed by the profile',
    story:
      'Interest, fit, use and a say; pain and the will to change with us. The problem itself was never named.',
    facts: [...inMarket, call],
    rep: { ...yes('showsInterest', 'couldUse', 'decides'), ...change },
    stages: 'L L L P O O O',
  },
  {
    name: 'an opportunity borrowed by the response',
    story: 'Clicked, would buy, and wants the change with us. Who decides is not known.',
    facts: [...inMarket, ago('engagement.lastClickAt', 3)],
    rep: change,
    stages: 'L L L L P L O',
  },
  {
    name: 'everything but a request',
    story: 'Every question has been answered with yes. They never asked for a salesperson; ours called.',
    facts: [...inMarket, call],
    rep: {
      ...defaultProspect,
      ...change,
      ...yes('budget', 'demand', 'looking', 'showsInterest', 'perceivesValue', 'openToBuy'),
      leadType: 'sql',
    },
    stages: 'O O O P O O O',
  },
  {
    name: 'the one on whom all agree',
    story: 'The same, and it began with a request for a salesperson.',
    facts: [...inMarket, call, form('Talk to sales', 8)],
    rep: {
      ...defaultProspect,
      ...change,
      ...yes('budget', 'demand', 'looking', 'showsInterest', 'perceivesValue', 'openToBuy'),
    },
    stages: 'O O O O O O O',
    beside: { communication: { band: 'hot', labels: { leadType: 'srl' } } },
  },
];
