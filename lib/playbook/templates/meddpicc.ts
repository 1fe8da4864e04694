// Framework MEDDPICC as a playbook: eight questions for long sales to large companies.
import { pick } from '../builtin/criteria';
import { yes } from '../builtin/parts';
import { coverage, question, template } from './template';

const own = question('MEDDPICC');

const eight = [
  ...pick('MEDDPICC', [{ id: 'pain', label: 'Identified pain' }]),
  own({
    id: 'metrics',
    level: 'opportunity',
    label: 'Metrics',
    ask: 'How would you measure that it got better, and by how much?',
    yes: 'They name a number that should move, and by how much.',
    no: 'They cannot put a number to it.',
  }),
  own({
    id: 'economicBuyer',
    level: 'stakeholder',
    label: 'Economic buyer',
    ask: 'Whose money is it in the end, and can we meet them?',
    yes: 'We know who releases the money, and have met them or will.',
    no: 'Nobody knows, or they are out of our reach.',
  }),
  own({
    id: 'champion',
    level: 'stakeholder',
    label: 'Champion',
    ask: 'Would you speak for this inside the company when we are not there?',
    yes: 'A person with influence sells it inside, because it helps them too.',
    no: 'They like it, and would risk nothing for it.',
  }),
  own({
    id: 'decisionCriteria',
    level: 'change',
    label: 'Decision criteria',
    ask: 'By what will you choose between the ways to do this?',
    yes: 'They name what they will judge by, and we can meet it.',
    no: 'No one has said what counts.',
  }),
  own({
    id: 'decisionProcess',
    level: 'change',
    label: 'Decision process',
    ask: 'What are the steps from here to a decision, and who takes them?',
    yes: 'The steps, the people and the dates are known.',
    no: 'They have not thought about how to decide.',
  }),
  own({
    id: 'paperProcess',
    level: 'change',
    label: 'Paper process',
    ask: 'Once you have decided, what has to be signed, and by whom?',
    yes: 'Legal, purchasing and security are known, with the time that they take.',
    no: 'Nobody knows what the paperwork takes.',
  }),
  own({
    id: 'competition',
    level: 'change',
    label: 'Competition known',
    ask: 'What else could you do instead, doing nothing included?',
    yes: 'We know what we are held against, be it their own people or doing nothing.',
    no: 'They do not tell, or we have not asked.',
  }),
];

export const meddpicc = template({
  id: 'meddpicc',
  name: 'MEDDPICC',
  note: 'Metrics, economic buyer, decision criteria, decision process, paper process, identified pain, champion, competition. Pain with a number makes a prospect; buyer, champion, criteria and process an opportunity. Paper and competition count towards the coverage.',
  description: 'Eight questions for long sales with many people. It is strict about the way to a decision.',
  criteria: [...pick('MEDDPICC', ['twoWay']), ...eight],
  prospect: {
    meaning: 'Talks with us, has a pain that they admit, and a number that should get better.',
    rule: { all: [yes('twoWay'), yes('pain'), yes('metrics')] },
    guidance: 'Find the champion, and through them the one whose money it is.',
  },
  opportunity: {
    meaning: 'A prospect of whom we know buyer, champion, criteria and the steps to a decision.',
    rule: {
      all: [yes('economicBuyer'), yes('champion'), yes('decisionCriteria'), yes('decisionProcess')],
    },
    guidance: 'Open a deal with the steps as its plan; ask for paper and competition before forecasting it.',
  },
  ends: ['pain'],
  waits: ['twoWay', 'economicBuyer'],
  scales: coverage('MEDDPICC', eight, [
    { id: 'full', label: 'All eight', atLeast: 8 },
    { id: 'strong', label: 'Strong', atLeast: 6 },
    { id: 'thin', label: 'Thin', atLeast: 1 },
  ]),
});
