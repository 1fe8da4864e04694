// Built-in playbook after the value article: the problem that we can solve makes a prospect, the will to change an opportunity.
import type { Playbook, Rule } from '../schema';
import { pick } from './criteria';
import { ALWAYS, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, VALUE } from './sources';
import { usualNext } from './steps';

const criteria = pick(VALUE, [
  'talked',
  'source',
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
    why: 'Neither pain nor how much better we could make things is enough: until they want to change, and think of us for it, it stays a prospect.',
  },
  'partner',
]);

/**
 * What they did by themselves answers it nowhere: only asking tells. Who would never perceive the value is none, and as long
 * as nobody knows that, the problem is enough.
 */
const prospect: Rule = { all: [yes('hasProblem'), { unless: no('perceivesValue') }] };

export const valuePlaybook: Playbook = {
  schema: 1,
  id: 'value',
  name: 'Value',
  version: '2.0.0',
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
      meaning:
        'Only the name of a person or a company, as on a bought list, whatever they downloaded or attended.',
      rule: { all: [] },
      guidance:
        'Call them. Nothing that they did by themselves can tell whether they qualify; only asking does.',
      cites: [VALUE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Has a problem or challenge of the kind around which we can create value, unless they would never perceive that value.',
      rule: prospect,
      guidance:
        'Work on what the problem costs them and what a change would bring. Until they want to change, neither the pain nor how much better we could make things counts. Dream clients come first and get most of your time.',
      cites: [VALUE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect who has agreed to change, to solve a problem or to be ready for a chance to come, and regards us as a possible partner in it.',
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
      help: 'Sees massive value in our work: top of your list, most of your time.',
      first: true,
      cites: [VALUE],
    },
    {
      id: 'talkedWith',
      name: 'Talked with',
      rule: yes('talked'),
      help: 'Somebody has asked them. Only that tells whether they qualify.',
      cites: [VALUE],
    },
  ],
  scales: [],
  labels: [{ id: 'source', name: 'Source', criterion: 'source', cites: [VALUE] }],
  ...usualNext(criteria, {
    lead: {
      label: 'Call',
      days: 1,
      subject: 'Call to find out',
      body: 'Ask what is hard for them right now. What they downloaded or attended does not tell.',
    },
    prospect: {
      subject: 'Go on about the problem',
      body: 'What it costs them, what it would be worth to have it gone, and whether they want to change.',
    },
    opportunity: {
      subject: 'Plan the change together',
      body: 'Agree on the next step, its date, and what each side does for it.',
    },
  }),
};
