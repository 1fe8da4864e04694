// Questions on the person: can they decide, and is there money?
import type { Criterion } from '../schema';
import { DIFFERENCE, PROFILE, UPGRADE } from './sources';

const DECIDING_ROLES = [
  'DECISION_MAKER',
  'decision maker',
  'BUDGET_HOLDER',
  'budget holder',
  'EXECUTIVE_SPONSOR',
  'executive sponsor',
  'economic buyer',
  'CHAMPION',
];

export const stakeholderCriteria: Criterion[] = [
  {
    id: 'decides',
    level: 'stakeholder',
    label: 'Way to the decision',
    ask: 'Besides you, who has a say in a decision like this?',
    yes: 'They decide themselves, or can and will connect us to who does.',
    no: 'They have no say and no way to those who have.',
    kind: 'yesno',
    evidence: [
      { fact: 'person.buyingRole', when: { mentions: DECIDING_ROLES }, gives: 'yes' },
      // Whole titles in several languages; a product owner or a CEO's assistant isn't among them.
      { fact: 'person.authority', when: { is: 'decides' }, gives: 'yes' },
      { fact: 'person.authority', gives: null },
      { fact: 'person.title', gives: null },
      { fact: 'person.buyingRole', gives: null },
      { fact: 'person.seniority', gives: null },
    ],
    cites: [UPGRADE, PROFILE],
  },
  {
    id: 'budget',
    level: 'stakeholder',
    label: 'Budget',
    ask: 'Is there money set aside for this, or a way to get it?',
    yes: 'There is a budget, or a person who can make one.',
    no: 'No money for it, and none in sight.',
    kind: 'yesno',
    evidence: [{ fact: 'company.revenue', gives: null }],
    cites: [UPGRADE, DIFFERENCE],
  },
];
