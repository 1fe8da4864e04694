// Built-in playbook after the three-level article: two-way contact and three levels make a prospect; pain, interest, fit more.
import type { Playbook } from '../schema';
import { pick } from './criteria';
import { ALWAYS, levelsOf, no, noWayToDecision, reasonsFor, wayToDecision, yes } from './parts';
import { DEFAULT, UPGRADE } from './sources';
import { usualNext } from './steps';

const criteria = pick(UPGRADE, [
  { id: 'twoWay', why: 'As long as only one side writes or calls, nobody is engaged.' },
  'source',
  {
    id: 'fitsMarket',
    yes: 'Place, industry and the rest match the buyer persona, at least roughly.',
    no: 'Not the kind of company that the buyer persona describes.',
  },
  {
    id: 'couldUse',
    label: 'Benefit from our offering',
    yes: 'What we offer would do them good.',
    no: 'It would do them no good, even if all went well.',
  },
  'pain',
  'fit',
  'decides',
  'connects',
  {
    id: 'budget',
    label: 'Money for it',
    ask: 'If it proved its worth, could you find the money for it?',
    yes: 'They have the money, or can get it.',
  },
  {
    id: 'interest',
    label: 'Interest in solving it',
    ask: 'Do you want it solved, and why?',
    yes: 'They want it solved, with a deadline or without.',
    no: 'They do not want it solved, or do not care.',
    why: 'How long they have had it and why they want it gone tell how strong the interest is, not whether there is any.',
  },
  'painAge',
  'looking',
]);

export const threeLevelsPlaybook: Playbook = {
  schema: 1,
  id: 'three-levels',
  name: 'Three levels',
  version: '2.0.0',
  description:
    'A prospect talks with us and passes three levels in order: organization, opportunity, stakeholder. An opportunity looks for a solution or considers ours, with pain, interest and fit.',
  sources: [
    {
      title: UPGRADE,
      note: 'The stages, the three levels of qualification, the three traits of an opportunity, and where leads come from.',
    },
    { title: DEFAULT, note: 'Borrowed: nurture with its date, which the article does not define.' },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'Could become a customer, and may not fit the buyer persona or benefit from us at all: a name on a bought or researched list, a reply, a referral, or someone who came by content, search or social media.',
      rule: { all: [] },
      guidance:
        'Have a conversation, then go on or part ways. Be patient and persistent without being a nuisance, and show what they would gain. Not every lead stays: keep new ones coming.',
      cites: [UPGRADE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Communication goes both ways, and the lead is qualified: the organization fits, they would benefit, this person decides or connects us to who does, and the money is there.',
      rule: { all: [yes('twoWay'), yes('fitsMarket'), yes('couldUse'), wayToDecision, yes('budget')] },
      guidance:
        'Keep in touch, be patient, and care: find what hurts, for how long, and why they want it solved. Show what they would gain: that is what moves them on.',
      cites: [UPGRADE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'Says that they look for a solution, consider ours, or both. Has pain that we can end, an interest in ending it, and a need that fits what we offer: likely to become a customer.',
      rule: { all: [yes('looking'), yes('pain'), yes('interest'), yes('fit')] },
      guidance:
        'Show what solving it brings them, and agree on the next step. Acute needs come first; do not overlook those that linger.',
      cites: [UPGRADE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning:
        'Here we part ways: they do not fit the buyer persona, would not benefit, or need what we do not offer.',
      rule: { any: [no('fitsMarket'), no('couldUse'), no('fit')] },
      reasons: reasonsFor('outsideMarket', 'cannotUse', 'cannotFit', 'noMeans', ...ALWAYS),
      asksDate: false,
      cites: [UPGRADE],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning:
        'Fits, but does not answer, has no money or no say, or does not want it solved yet. With a date to come back.',
      rule: {
        all: [
          yes('fitsMarket'),
          { any: [no('twoWay'), no('budget'), noWayToDecision, no('interest'), no('looking')] },
        ],
      },
      reasons: reasonsFor('noResponse', 'noBudget', 'noAuthority', 'noInterest', 'timing', 'contract'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: [
    {
      id: 'strongInterest',
      name: 'Acute need',
      rule: { all: [yes('pain'), { criterion: 'painAge', is: 'weeks' }] },
      help: 'It has begun to hurt only lately: the interest is strong. These come first.',
      cites: [UPGRADE],
    },
    {
      id: 'weakInterest',
      name: 'Need put up with',
      rule: { all: [yes('pain'), { criterion: 'painAge', is: 'years' }] },
      help: 'They have lived with it for years: the interest is weak. Do not overlook it, for it may turn acute.',
      cites: [UPGRADE],
    },
  ],
  scales: [],
  labels: [
    { id: 'source', name: 'Source', criterion: 'source', cites: [UPGRADE] },
    { id: 'painAge', name: 'Felt for', criterion: 'painAge', cites: [UPGRADE] },
  ],
  ...usualNext(criteria, {
    lead: {
      subject: 'Get into a conversation',
      body: 'One question about their world, and what they would gain. Persistent, and never a nuisance.',
    },
    prospect: {
      subject: 'Keep in touch',
      body: 'Speak to what they need: what hurts, for how long, why they want it solved, and what they would gain.',
    },
    opportunity: {
      subject: 'Agree on the next step',
      body: 'Show what solving it brings them, and settle what comes next, and when.',
    },
  }),
};
