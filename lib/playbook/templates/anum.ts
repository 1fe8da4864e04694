// Framework ANUM as a playbook: authority first, then need, urgency, money.
import { pick } from '../builtin/criteria';
import { yes } from '../builtin/parts';
import { template } from './template';

export const anum = template({
  id: 'anum',
  name: 'ANUM',
  note: 'Authority, need, urgency, money, in this order. The first two make a prospect, the other two an opportunity.',
  description: 'Authority, need, urgency, money: talks first with the one who decides.',
  criteria: pick('ANUM', [
    'twoWay',
    { id: 'decides', label: 'Authority', ask: 'Who decides on something like this, you or somebody else?' },
    { id: 'hasProblem', label: 'Need' },
    { id: 'interest', label: 'Urgency' },
    { id: 'budget', label: 'Money' },
  ]),
  prospect: {
    meaning: 'Talks with us, decides on it, and has a need that we can meet.',
    rule: { all: [yes('twoWay'), yes('decides'), yes('hasProblem')] },
    guidance: 'Find out what makes it urgent, and what waiting costs.',
  },
  opportunity: {
    meaning: 'A prospect for whom it is urgent, and who has the money.',
    rule: { all: [yes('interest'), yes('budget')] },
    guidance: 'Open a deal while it is urgent.',
  },
  order: ['engagement', 'stakeholder', 'opportunity', 'change'],
  ends: ['hasProblem'],
  waits: ['twoWay', 'interest', 'budget'],
});
