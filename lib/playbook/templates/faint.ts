// Framework FAINT as a playbook: funds, authority, interest, need, timing; for buyers who have set no budget yet.
import { pick } from '../builtin/criteria';
import { yes } from '../builtin/parts';
import { template } from './template';

export const faint = template({
  id: 'faint',
  name: 'FAINT',
  note: 'Funds, authority, interest, need, timing. Funds, authority and interest make a prospect; need and timing an opportunity.',
  description:
    'Funds, authority, interest, need, timing: asks whether the means are there, not whether a budget is.',
  criteria: pick('FAINT', [
    'twoWay',
    { id: 'showsInterest', label: 'Interest' },
    {
      id: 'financialProfile',
      label: 'Funds',
      ask: 'If it were right for you, could the company afford something like this?',
      yes: 'The means are there, whether or not a budget has been set.',
      no: 'They could not afford it, budget or not.',
      why: 'A need that nobody knew of has no budget yet. The means for it are enough.',
    },
    { id: 'hasProblem', label: 'Need' },
    { id: 'decides', label: 'Authority' },
    { id: 'demand', label: 'Timing' },
  ]),
  prospect: {
    meaning: 'Talks with us and wants to know more, could afford it, and decides on it.',
    rule: { all: [yes('twoWay'), yes('financialProfile'), yes('decides'), yes('showsInterest')] },
    guidance: 'Turn the interest into a need: what would be different for them?',
  },
  opportunity: {
    meaning: 'A prospect with a need that we can meet, and a time for it.',
    rule: { all: [yes('hasProblem'), yes('demand')] },
    guidance: 'Open a deal, and plan back from their date.',
  },
  ends: ['hasProblem', 'financialProfile'],
  waits: ['twoWay', 'showsInterest', 'demand'],
});
