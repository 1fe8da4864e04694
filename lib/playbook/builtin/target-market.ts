// Built-in playbook after the difference article's second thread: the target market makes a prospect, interest an opportunity.
import type { Playbook } from '../schema';
import { pick } from './criteria';
import { differenceFlags, differenceLabels, differenceScales, leadTypeWording } from './difference-parts';
import { ALWAYS, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, DIFFERENCE } from './sources';
import { usualNext } from './steps';

const criteria = pick(DIFFERENCE, [
  { id: 'showsInterest', label: 'Expressed interest' },
  leadTypeWording,
  'source',
  'approached',
  { id: 'fitsMarket', yes: 'Area, industry and other demographics are those of the target market.' },
  'financialProfile',
  'hasProblem',
  'decides',
  'budget',
  'demand',
]);

export const targetMarketPlaybook: Playbook = {
  schema: 1,
  id: 'target-market',
  name: 'Target market',
  version: '1.0.0',
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
      meaning: 'A contact whose demographics are not known yet. Not every lead is a prospect.',
      rule: { all: [] },
      guidance: 'Find out where they are, what they do, and what they can afford.',
      cites: [DIFFERENCE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Meets the target-market criteria: area, financial profile, other demographics. Where these are known beforehand, a contact starts here.',
      rule: { all: [yes('fitsMarket'), yes('financialProfile')] },
      guidance: 'Raise their interest. They fit, and may never have heard of us.',
      cites: [DIFFERENCE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect who has expressed interest; asking for a salesperson (SRL) is just that. Often the last step before a customer.',
      rule: { any: [yes('showsInterest'), { criterion: 'leadType', is: 'srl' }] },
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
  flags: differenceFlags,
  scales: differenceScales,
  labels: differenceLabels,
  ...usualNext(criteria),
};
