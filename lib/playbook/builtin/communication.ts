// Built-in playbook after the difference article's first thread: an answer makes a prospect, asking for a rep an opportunity.
import type { Playbook, Rule } from '../schema';
import { pick } from './criteria';
import { differenceFlags, differenceLabels, differenceScales, leadTypeWording } from './difference-parts';
import { ALWAYS, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, DIFFERENCE } from './sources';
import { usualNext } from './steps';

const criteria = pick(DIFFERENCE, [
  'twoWay',
  'showsInterest',
  leadTypeWording,
  'source',
  'approached',
  { id: 'fitsMarket', label: 'Demographics fit' },
  'hasProblem',
  {
    id: 'decides',
    label: 'Decision maker',
    ask: 'Are you the one who decides on something like this?',
    why: 'It has to be asked. No is an answer too: the contact gets colder by it, and stays what it is.',
  },
  'budget',
  'demand',
]);

const asksForSales: Rule = { criterion: 'leadType', is: 'srl' };
/** Asked, whatever the answer. */
const authorityAsked: Rule = { criterion: 'decides', oneOf: ['yes', 'no'] };

export const communicationPlaybook: Playbook = {
  schema: 1,
  id: 'communication',
  name: 'Two-way communication',
  version: '1.0.0',
  description:
    'A lead is one-way: we reached out and nobody answered. Two-way contact that shows interest makes a prospect, once fit is confirmed and authority asked about. Who asks for a salesperson is an opportunity.',
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
        'One-way communication: we have reached out, and they have not replied. Most leads go no further.',
      rule: { all: [] },
      guidance: 'Get a reply. Then two questions qualify it: do they fit, and is this the one who decides?',
      cites: [DIFFERENCE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'They answered, and what they said shows real potential: interest, demographics that fit, and we asked whether they decide. Or they asked for a salesperson.',
      rule: {
        any: [
          asksForSales,
          { all: [yes('twoWay'), yes('showsInterest'), yes('fitsMarket'), authorityAsked] },
        ],
      },
      guidance:
        'Find out what is missing of budget, authority, need and demand; in a call, a presentation, or both.',
      cites: [DIFFERENCE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning: 'A sales ready lead (SRL): asks for a salesperson, and is ready to hear more.',
      rule: asksForSales,
      guidance: 'Answer at once, with someone who can talk about buying.',
      cites: [DIFFERENCE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'The demographics do not fit; not every lead can become a prospect.',
      rule: no('fitsMarket'),
      reasons: reasonsFor('outsideMarket', 'cannotFit', 'noMeans', ...ALWAYS),
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
  flags: differenceFlags,
  scales: differenceScales,
  labels: differenceLabels,
  ...usualNext(criteria),
};
