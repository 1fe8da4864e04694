// What both playbooks after the difference article share: temperature, lead types, and the marks that follow from them.
import type { Playbook } from '../schema';
import { no, temperature, yes } from './parts';
import { DIFFERENCE } from './sources';

/** Reads a lead type or a list as one that nobody has worked yet. */
const fromList: Playbook['flags'][number]['rule'] = {
  any: [
    { criterion: 'source', oneOf: ['list', 'boughtList'] },
    { criterion: 'leadType', is: 'msrl' },
  ],
};

const others = [yes('budget'), yes('hasProblem'), yes('demand')];

export const differenceFlags: Playbook['flags'] = [
  {
    id: 'prospectiveLead',
    name: 'Prospective lead',
    rule: { all: [fromList, no('approached')] },
    help: 'A name on a list that nobody has done anything with. Confirmed interest makes it a lead.',
    cites: [DIFFERENCE],
  },
  {
    id: 'coldWithoutAuthority',
    name: 'Cold, without authority',
    rule: { all: [no('decides'), { atLeast: 1, of: others }, { not: { atLeast: 2, of: others } }] },
    help: 'Only one of the four holds, and this person has no say: the weakest of the cold. It may still be worth pursuing.',
    cites: [DIFFERENCE],
  },
];

export const differenceScales: Playbook['scales'] = [temperature];

export const differenceLabels: Playbook['labels'] = [
  { id: 'leadType', name: 'Lead type', criterion: 'leadType', cites: [DIFFERENCE] },
  { id: 'source', name: 'Source', criterion: 'source', cites: [DIFFERENCE] },
];

/** Lead types in this article's sense: one of them is an opportunity by itself. */
export const leadTypeWording = {
  id: 'leadType',
  why: 'Asking for a salesperson (SRL) is more than a kind of lead: it is really an opportunity. The others stay leads.',
};
