// Built-in playbook after the profile article: the ideal customer profile and interest make a prospect. No opportunity of its own.
import type { Playbook, Rule } from '../schema';
import { pick } from './criteria';
import { opportunityRule } from './default';
import { ALWAYS, levelsOf, no, reasonsFor, wayToDecision, yes } from './parts';
import { DEFAULT, PROFILE } from './sources';
import { usualNext } from './steps';

const criteria = [
  ...pick(PROFILE, [
    'talked',
    {
      id: 'showsInterest',
      why: 'The level of engagement is what parts a prospect from a lead. A reply is none yet; wanting to know more is.',
    },
    'source',
    {
      id: 'fitsMarket',
      label: 'Ideal customer profile',
      yes: 'Size, industry and region are those of our ideal customer.',
      no: 'Another size, industry or region than our ideal customer has.',
    },
    'couldUse',
    {
      id: 'decides',
      yes: 'They make the final decision.',
      why: 'Where they do not, finding the person who does is the next step. A prospect stays one meanwhile.',
    },
    'connects',
  ]),
  ...pick(DEFAULT, ['pain', 'fit', 'interest', 'explore', 'partner']),
  ...pick(PROFILE, ['position']),
];

const prospect: Rule = { all: [yes('showsInterest'), yes('fitsMarket')] };

export const profilePlaybook: Playbook = {
  schema: 1,
  id: 'profile',
  name: 'Customer profile and interest',
  version: '2.0.0',
  description:
    'A prospect fits the ideal customer profile and shows interest. Then their place in the buying process says what to send, and the three levels what to find out. Its article defines no opportunity: that rule is borrowed from the Stagecheck default.',
  sources: [
    {
      title: PROFILE,
      note: 'Lead and prospect, the three levels of qualification, the sources of leads, and the place in the buying process.',
    },
    {
      title: DEFAULT,
      note: 'Borrowed: the rule for an opportunity with its five questions, and both outcomes. Of the article itself is only that who has no interest is let go.',
    },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'Some interest and a way to reach them, nothing qualified: from a list, a referral, a reply to a cold email or call, or inbound, as by a form, a newsletter or advertising. A reply alone is still a lead.',
      rule: { all: [] },
      guidance:
        'Connect first: a short chat tells whether they are interested or not. Nurture those who are, and qualify them: do they fit the profile? Inbound is the best place to start.',
      cites: [PROFILE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning: 'Fits the ideal customer profile and shows interest.',
      rule: prospect,
      guidance:
        'Find out how far along they are, from just researching to comparing vendors, and nurture them accordingly: articles, case studies and videos, regularly, until they are ready for a demo or to buy. Then the open levels: could they put our offering to use, and who decides?',
      cites: [PROFILE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'Borrowed from the Stagecheck default, because the article defines no opportunity: a prospect with pain, a reason to act now and a fit, who agreed to explore a change and sees us as a possible partner.',
      rule: opportunityRule,
      guidance: 'They are ready for more than reading: offer the demo, and agree on a next step with a date.',
      cites: [DEFAULT],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'Not our ideal customer, without any use for our offering, or without interest in it.',
      rule: { any: [no('showsInterest'), no('fitsMarket'), no('couldUse'), no('fit')] },
      reasons: [
        ...reasonsFor('noInterest').map((reason) => ({ ...reason, label: 'Not interested' })),
        ...reasonsFor('outsideMarket', 'cannotUse', 'cannotFit', ...ALWAYS),
      ],
      asksDate: false,
      cites: [PROFILE, DEFAULT],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning:
        'Set aside for now, because nothing presses or they would leave things as they are. With a date to come back. Who only takes time is nurtured as a prospect, without this.',
      rule: { all: [yes('fitsMarket'), { any: [no('interest'), no('explore')] }] },
      reasons: reasonsFor('timing', 'noResponse', 'otherFirst', 'contract'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: [
    {
      id: 'cameToUs',
      name: 'Came to us',
      rule: { criterion: 'source', oneOf: ['inbound', 'paid'] },
      help: 'Found us by content, search or advertising: the best position to be in.',
      cites: [PROFILE],
    },
    {
      id: 'allLevels',
      name: 'All three levels',
      rule: { all: [prospect, yes('couldUse'), wayToDecision] },
      help: 'The company fits, they could put our offering to use, and the way to the decision is there.',
      cites: [PROFILE],
    },
    {
      id: 'talkedWith',
      name: 'Talked with',
      rule: yes('talked'),
      help: 'The first chat has been had: it tells whether they are interested.',
      cites: [PROFILE],
    },
  ],
  scales: [],
  labels: [
    { id: 'source', name: 'Source', criterion: 'source', cites: [PROFILE] },
    { id: 'position', name: 'Buying process', criterion: 'position', cites: [PROFILE] },
  ],
  ...usualNext(criteria, {
    lead: {
      subject: 'Have a first chat',
      body: 'Are they interested or not, and do they fit the profile of our ideal customer?',
    },
    prospect: {
      days: 14,
      subject: 'Send something useful',
      body: 'An article, a case study or a video for where they are in buying. Again every two weeks, until they are ready for a demo or to buy.',
    },
    opportunity: {
      subject: 'Offer a demo and plan the change',
      body: 'Agree on the next step and its date, and on who else has a say.',
    },
  }),
};
