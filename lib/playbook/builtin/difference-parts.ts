// What both playbooks after the difference article share: temperature, lead types, and the marks that follow from them.
import type { Playbook, Rule } from '../schema';
import { no, temperature, yes } from './parts';
import { DIFFERENCE } from './sources';

/** Whether the lead type is one of these. */
export const isType = (...types: ('iql' | 'mql' | 'sql' | 'srl' | 'msrl')[]): Rule => ({
  criterion: 'leadType',
  oneOf: types,
});

/** A name that came by a list or a subscription. */
const fromList: Rule = {
  any: [{ criterion: 'source', oneOf: ['list', 'boughtList'] }, isType('msrl')],
};

const others = [yes('budget'), yes('hasProblem'), yes('demand')];

/** `confirmed`: by which of its answers a playbook knows that they confirmed an interest, besides what they did as a lead. */
export const differenceFlags = (confirmed: readonly Rule[]): Playbook['flags'] => [
  {
    id: 'prospectiveLead',
    name: 'Prospective lead',
    // What we send or call changes nothing of it: only they can.
    rule: { all: [fromList, { unless: { any: [...confirmed, isType('iql', 'mql', 'sql', 'srl')] } }] },
    help: 'An entry on a list. It becomes a lead proper once they have confirmed interest, not when we write or call.',
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
  why: 'The type helps to choose how to go on. Asking for a salesperson (SRL) is more than a kind of lead: it is really an opportunity.',
};
