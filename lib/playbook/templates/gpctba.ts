// Framework GPCTBA/C&I as a playbook: goals, plans, challenges, timeline, budget, authority; consequences and implications.
import { pick } from '../builtin/criteria';
import { wayToDecision, yes } from '../builtin/parts';
import { question, template } from './template';

const own = question('GPCTBA/C&I');

export const gpctba = template({
  id: 'gpctba',
  name: 'GPCTBA/C&I',
  note: 'Goals, plans, challenges, timeline, budget, authority; negative consequences and positive implications. Goals, plans and a challenge make a prospect; the rest, with consequences or implications, an opportunity.',
  description: 'Begins with what they want to reach, and asks what failing or succeeding would mean to them.',
  criteria: [
    ...pick('GPCTBA/C&I', ['twoWay']),
    own({
      id: 'goals',
      level: 'opportunity',
      label: 'Goals',
      ask: 'What has to be reached this year, in numbers?',
      yes: 'A goal with a number, to which we can help.',
      no: 'No goal, or none to which we could help.',
    }),
    own({
      id: 'plans',
      level: 'opportunity',
      label: 'Plans',
      ask: 'How do you mean to get there?',
      yes: 'They told their plan; it leaves room for us.',
      no: 'The plan is made and does not need us.',
    }),
    ...pick('GPCTBA/C&I', [
      { id: 'hasProblem', label: 'Challenges', ask: 'What could keep that plan from working?' },
      { id: 'decides', label: 'Authority' },
      'connects',
      'budget',
      { id: 'demand', label: 'Timeline' },
    ]),
    own({
      id: 'consequences',
      level: 'change',
      label: 'Negative consequences',
      ask: 'What happens if you do not reach it?',
      yes: 'Something that they, or the company, would feel.',
      no: 'Not much.',
    }),
    own({
      id: 'implications',
      level: 'change',
      label: 'Positive implications',
      ask: 'And if you do reach it, what becomes possible then?',
      yes: 'Something that they look forward to.',
      no: 'Nothing comes to mind.',
    }),
  ],
  prospect: {
    meaning: 'Talks with us about goals and plans, and sees a challenge that we can help with.',
    rule: { all: [yes('twoWay'), yes('goals'), yes('plans'), yes('hasProblem')] },
    guidance: 'Work on the plan with them, before any talk of a product.',
  },
  opportunity: {
    meaning:
      'A prospect with time, money and a way to the decision, who says what failing or succeeding would mean.',
    rule: {
      all: [yes('demand'), yes('budget'), wayToDecision, { any: [yes('consequences'), yes('implications')] }],
    },
    guidance: 'Open a deal on their timeline.',
  },
  ends: ['hasProblem', 'goals'],
  waits: ['twoWay', 'budget', 'demand'],
});
