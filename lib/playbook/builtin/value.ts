// Built-in playbook after the value article: the problem that we can solve makes a prospect, the will to change an opportunity.
import type { Playbook, Rule } from '../schema';
import { pick } from './criteria';
import { ALWAYS, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, VALUE } from './sources';
import { usualNext } from './steps';

const criteria = pick(VALUE, [
  'talked',
  'hasProblem',
  {
    id: 'perceivesValue',
    yes: 'They see, or could come to see, what solving it would be worth.',
  },
  'massiveValue',
  {
    id: 'explore',
    label: 'Agreed to change',
    yes: 'They agreed to change something: to solve a problem, or to be ready for a chance to come.',
    why: 'Pain alone is never enough: until they want to change, and think of us for it, it stays a prospect.',
  },
  'partner',
]);

const prospect: Rule = { all: [yes('talked'), yes('hasProblem'), yes('perceivesValue')] };

export const valuePlaybook: Playbook = {
  schema: 1,
  id: 'value',
  name: 'Value',
  version: '1.0.0',
  description:
    'A prospect has a problem around which we can create value. An opportunity has agreed to change, and regards us as a possible partner in it. Market, money and authority are not asked for.',
  sources: [
    { title: VALUE, note: 'The three stages, who is disqualified, and the dream client.' },
    {
      title: DEFAULT,
      note: 'Borrowed: nurture, because the article has no name for a prospect to come back to.',
    },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning: 'Only the name of a person or a company, whatever they downloaded or attended.',
      rule: { all: [] },
      guidance:
        'Call them. Nothing that they did by themselves can tell whether they qualify; only asking does.',
      cites: [VALUE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'You talked with them, and they have a problem or challenge around which we can create value that they would perceive.',
      rule: prospect,
      guidance:
        'Work on what the problem costs them and what a change would bring. Give dream clients the most of your time.',
      cites: [VALUE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect who has agreed to change, and regards us as a possible partner in making the change.',
      rule: { all: [yes('explore'), yes('partner')] },
      guidance: 'Be a partner in the change: plan it with them, and bring in everyone whom it touches.',
      cites: [VALUE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'No problem of the kind that we create value for, or they would never perceive the value.',
      rule: { any: [no('hasProblem'), no('perceivesValue')] },
      reasons: reasonsFor('noProblem', 'neverValue', ...ALWAYS),
      asksDate: false,
      cites: [VALUE],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: 'A prospect who does not want to change yet, or not with us. With a date to come back.',
      rule: { all: [prospect, { any: [no('explore'), no('partner')] }] },
      reasons: reasonsFor('noChange', 'notUs', 'timing', 'otherFirst', 'noResponse'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: [
    {
      id: 'dreamClient',
      name: 'Dream client',
      rule: { all: [prospect, yes('massiveValue')] },
      help: 'A prospect who will see massive value in our work: top of the list, most of the time.',
      cites: [VALUE],
    },
  ],
  scales: [],
  labels: [],
  ...usualNext(criteria),
};
