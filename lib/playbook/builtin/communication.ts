// Built-in playbook after the difference article's first thread: an answer makes a prospect, asking for a rep an opportunity.
import type { Playbook } from '../schema';
import { pick } from './criteria';
import {
  differenceFlags,
  differenceLabels,
  differenceScales,
  isType,
  leadTypeWording,
} from './difference-parts';
import { ALWAYS, hot, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, DIFFERENCE } from './sources';
import { usualNext } from './steps';

const criteria = pick(DIFFERENCE, [
  {
    id: 'twoWay',
    why: 'The biggest drop in the funnel is from lead to prospect: most leads never answer, or do not qualify.',
  },
  {
    id: 'showsInterest',
    why: 'Who engages with us has shown interest by that. No is for those who said otherwise.',
  },
  leadTypeWording,
  'source',
  { id: 'fitsMarket', label: 'Demographics fit' },
  'hasProblem',
  'couldUse',
  {
    id: 'fit',
    label: 'Right solution for them',
    ask: 'From what you know of us, are we the right solution to that problem?',
    yes: 'What we offer would solve their problem.',
    no: 'Their problem needs something else than what we offer.',
  },
  {
    id: 'decides',
    ask: 'Are you the one who decides on something like this?',
    why: 'It has to be asked. No is an answer too: the contact gets colder by it, and stays what it is.',
  },
  'budget',
  'demand',
]);

const asksForSales = isType('srl');

export const communicationPlaybook: Playbook = {
  schema: 1,
  id: 'communication',
  name: 'Two-way communication',
  version: '2.0.0',
  description:
    'A lead is one-way: we reached out and nobody answered. Who engages with us has shown interest by that, and is a prospect; questions then tell whether to go on. Who asks for a salesperson is an opportunity.',
  sources: [
    {
      title: DIFFERENCE,
      note: 'Its first thread: communication decides. With temperature, the lead types, and the prospective lead. Its second thread is the playbook “Target market”.',
    },
    { title: DEFAULT, note: 'Borrowed: disqualified and nurture, which the article does not define.' },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'One-way communication: we have reached out, and they have not replied. The first part of the funnel is the biggest, and most of it goes no further.',
      rule: { all: [] },
      guidance:
        'Get a reply. Then qualify it, in the first call, in a presentation, or both: do they fit, is this the one who decides, and are we the right solution to their problem?',
      cites: [DIFFERENCE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Communication goes both ways, which shows interest and real potential, unless they said that they have none. A hot lead (three of budget, authority, need and demand) and a sales qualified one (SQL) count as well.',
      rule: {
        any: [
          isType('srl', 'sql'),
          {
            all: [{ any: [yes('twoWay'), hot] }, { unless: no('twoWay') }, { unless: no('showsInterest') }],
          },
        ],
      },
      guidance:
        'Now find out which prospects are worth the effort. How likely they are to become customers counts most: the right solution, demographics that fit, who decides, and what is missing of budget, authority, need and demand.',
      cites: [DIFFERENCE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A sales ready lead (SRL): calls or writes to ask for a salesperson, and is ready to hear more. Of all, the most likely to buy.',
      rule: asksForSales,
      guidance: 'Answer at once, with someone who can talk about buying.',
      cites: [DIFFERENCE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning:
        'Answered, and qualified out: the demographics do not fit, there is no problem that we solve, they could not use what we offer, or need something else.',
      rule: { any: [no('fitsMarket'), no('hasProblem'), no('couldUse'), no('fit')] },
      reasons: reasonsFor('outsideMarket', 'noProblem', 'cannotUse', 'cannotFit', 'noMeans', ...ALWAYS),
      asksDate: false,
      cites: [DEFAULT],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: 'Fits, but does not answer, or answers without interest. With a date to come back.',
      rule: { all: [yes('fitsMarket'), { any: [no('twoWay'), no('showsInterest')] }] },
      reasons: reasonsFor('noResponse', 'noInterest', 'timing', 'noBudget', 'noAuthority'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: differenceFlags([yes('twoWay'), yes('showsInterest')]),
  scales: differenceScales,
  labels: differenceLabels,
  ...usualNext(criteria),
};
