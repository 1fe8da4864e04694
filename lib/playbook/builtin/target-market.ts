// Built-in playbook after the difference article's second thread: the target market makes a prospect, interest an opportunity.
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
  { id: 'showsInterest', label: 'Expressed interest' },
  leadTypeWording,
  'source',
  {
    id: 'fitsMarket',
    yes: 'What makes our target market is there: the area, the industry, the means, or whatever else defines it.',
  },
  {
    id: 'financialProfile',
    why: 'One of the marks by which a target market can be told. Not known, it keeps nobody out; known to be missing, it does.',
  },
  'hasProblem',
  'decides',
  'budget',
  'demand',
]);

export const targetMarketPlaybook: Playbook = {
  schema: 1,
  id: 'target-market',
  name: 'Target market',
  version: '2.0.0',
  description:
    'A prospect meets the target-market criteria, and need not have said a word. An opportunity has expressed interest. No reply, authority or budget is asked for on the way.',
  sources: [
    {
      title: DIFFERENCE,
      note: 'Its second thread: demographics decide. With temperature, the lead types, and the prospective lead. Its first thread is the playbook “Two-way communication”.',
    },
    { title: DEFAULT, note: 'Borrowed: disqualified and nurture, which the article does not define.' },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'A contact of whom little is known, and who may or may not be in the target market. Not every lead becomes a prospect.',
      rule: { all: [] },
      guidance:
        'Find out where they are, what they do, and what they can afford; a first call is one way. Finding leads comes first, prospecting is to sort and to nurture them.',
      cites: [DIFFERENCE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Meets the criteria of the target market, such as area, financial profile or another mark. Where these are known beforehand, a contact starts here. A hot lead (three of budget, authority, need and demand) can be taken as a prospect too.',
      rule: {
        any: [
          isType('srl'),
          {
            all: [
              { any: [yes('fitsMarket'), hot] },
              { unless: no('fitsMarket') },
              { unless: no('financialProfile') },
            ],
          },
        ],
      },
      guidance: 'Raise their interest. They fit, and may never have heard of us.',
      cites: [DIFFERENCE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect who has expressed interest, and so the most valuable and the most likely to buy. Often the last step before a customer. Asking for a salesperson (SRL) is an opportunity whatever is known of the market; wanting to decide (SQL) is interest.',
      rule: { any: [yes('showsInterest'), isType('srl', 'sql')] },
      guidance: 'Bring it to a decision: what is missing of budget, authority, need and demand?',
      cites: [DIFFERENCE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'Outside the target market, by area, means or other demographics.',
      rule: { any: [no('fitsMarket'), no('financialProfile')] },
      reasons: reasonsFor('outsideMarket', 'noMeans', 'cannotFit', ...ALWAYS),
      asksDate: false,
      cites: [DEFAULT],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: 'In the target market, without interest for now. With a date to come back.',
      rule: { all: [yes('fitsMarket'), no('showsInterest')] },
      reasons: reasonsFor('noInterest', 'noResponse', 'timing', 'noBudget', 'noAuthority'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: differenceFlags([yes('showsInterest')]),
  scales: differenceScales,
  labels: differenceLabels,
  ...usualNext(criteria),
};
