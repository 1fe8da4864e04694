// Framework BANT as a playbook: budget, authority, need, timeline; three of the four are the bar.
import { pick } from '../builtin/criteria';
import { yes } from '../builtin/parts';
import { coverage, template } from './template';

const four = pick('BANT', [
  { id: 'hasProblem', label: 'Need' },
  { id: 'decides', label: 'Authority' },
  'budget',
  { id: 'demand', label: 'Timeline', no: 'Some day; there is no date that matters to them.' },
]);

export const bant = template({
  id: 'bant',
  name: 'BANT',
  note: 'Budget, authority, need, timeline. Need in a conversation makes a prospect; any three of the four, need among them, an opportunity.',
  description:
    'Budget, authority, need, timeline: a need makes a prospect, three of the four an opportunity.',
  criteria: [...pick('BANT', ['twoWay']), ...four],
  prospect: {
    meaning: 'Talks with us and has a need that we can meet.',
    rule: { all: [yes('twoWay'), yes('hasProblem')] },
    guidance: 'Ask for what is missing of budget, authority and timeline.',
  },
  opportunity: {
    meaning: 'At least three of budget, authority, need and timeline are there.',
    rule: { atLeast: 3, of: four.map(({ id }) => yes(id)) },
    guidance: 'Open a deal, and work on the one of the four that is still missing.',
  },
  ends: ['hasProblem'],
  waits: ['twoWay', 'budget', 'demand'],
  scales: coverage('BANT', four, [
    { id: 'full', label: 'All four', atLeast: 4 },
    { id: 'bar', label: 'At the bar', atLeast: 3 },
    { id: 'below', label: 'Below the bar', atLeast: 1 },
  ]),
});
