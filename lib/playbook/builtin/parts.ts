// Small parts that the built-in playbooks are put together from: tests, levels, and reasons that several of them know.
import type { Outcome, Playbook, Rule } from '../schema';
import { DIFFERENCE } from './sources';

export const yes = (criterion: string): Rule => ({ criterion, is: 'yes' });
export const no = (criterion: string): Rule => ({ criterion, is: 'no' });

/** Every level, in the order in which its questions are asked. */
const levels: Playbook['levels'] = [
  { id: 'engagement', name: 'Engagement', help: 'Do they talk with us?' },
  { id: 'organization', name: 'Organization', help: 'Is it the kind of company that we serve?' },
  { id: 'opportunity', name: 'Opportunity', help: 'Is there a problem that we can create value for?' },
  { id: 'stakeholder', name: 'Stakeholder', help: 'Can this person decide, or take us to who does?' },
  { id: 'change', name: 'Change', help: 'Do they want to change, and with us?' },
];

/** The levels that these criteria use. */
export function levelsOf(criteria: Playbook['criteria']): Playbook['levels'] {
  return levels.filter(({ id }) => criteria.some(({ level }) => level === id));
}

/** The stakeholder level: they decide themselves, or can take us to who does. */
export const wayToDecision: Rule = { any: [yes('decides'), yes('connects')] };
/** They have no say, and no way to those who have. */
export const noWayToDecision: Rule = { all: [no('decides'), no('connects')] };

const parts = [
  { label: 'Budget', rule: yes('budget') },
  // Purchasing authority: one who only knows the way to it has none.
  { label: 'Authority', rule: yes('decides') },
  { label: 'Need', rule: yes('hasProblem') },
  { label: 'Demand', rule: yes('demand') },
];

/** Most or all of the four hold. */
export const hot: Rule = { atLeast: 3, of: parts.map(({ rule }) => rule) };

/** How warm a contact is: how many hold of budget, authority, need and demand. Three or four is hot. */
export const temperature: Playbook['scales'][number] = {
  id: 'temperature',
  name: 'Temperature',
  of: parts,
  bands: [
    { id: 'hot', label: 'Hot', atLeast: 3, help: 'Most or all of the four are there.' },
    {
      id: 'warm',
      label: 'Warm',
      atLeast: 2,
      help: 'Two are missing, mostly the demand or the money: interested, and cannot commit yet.',
    },
    {
      id: 'cold',
      label: 'Cold',
      atLeast: 1,
      help: 'Only one is there. It may still be worth pursuing, for circumstances change.',
    },
  ],
  cites: [DIFFERENCE],
};

type Reason = Outcome['reasons'][number];

const reasons = {
  noProblem: { id: 'noProblem', label: 'No problem we can create value for' },
  neverValue: { id: 'neverValue', label: 'Would never perceive the value' },
  outsideMarket: { id: 'outsideMarket', label: 'Outside our target market' },
  cannotUse: { id: 'cannotUse', label: 'Could not put our offering to use' },
  cannotFit: { id: 'cannotFit', label: 'What they need is not what we offer' },
  noMeans: { id: 'noMeans', label: 'Never has the means for it' },
  notReal: {
    id: 'notReal',
    label: 'Not a real or reachable contact',
    help: 'Wrong person, left the company, spam.',
  },
  duplicate: { id: 'duplicate', label: 'A duplicate of another contact' },
  competitor: { id: 'competitor', label: 'A competitor, student or supplier' },
  timing: { id: 'timing', label: 'Not the right time' },
  noResponse: { id: 'noResponse', label: 'No response so far' },
  noBudget: { id: 'noBudget', label: 'No budget before a known date' },
  otherFirst: { id: 'otherFirst', label: 'Something else comes first for them' },
  contract: { id: 'contract', label: 'Bound to another supplier for now' },
  noChange: { id: 'noChange', label: 'Does not want to change yet' },
  notUs: { id: 'notUs', label: 'Does not see us as a partner yet' },
  noInterest: { id: 'noInterest', label: 'No interest for now' },
  noAuthority: { id: 'noAuthority', label: 'No way to who decides yet' },
  researching: { id: 'researching', label: 'Only finding out for now' },
} satisfies Record<string, Reason>;

/** Reasons by their ids, the same words in every playbook. */
export const reasonsFor = (...ids: (keyof typeof reasons)[]): Reason[] => ids.map((id) => reasons[id]);

/** Reasons that hold whatever a playbook asks for. */
export const ALWAYS = ['notReal', 'duplicate', 'competitor'] as const;
