// Framework CHAMP as a playbook: challenges come first, then authority, money and prioritization.
import { pick } from '../builtin/criteria';
import { wayToDecision, yes } from '../builtin/parts';
import { question, template } from './template';

const own = question('CHAMP');

export const champ = template({
  id: 'champ',
  name: 'CHAMP',
  note: 'Challenges, authority, money, prioritization. A challenge and a way to the decision make a prospect; money and priority an opportunity.',
  description:
    'Challenges, authority, money, prioritization: begins with what is hard for them, and asks for money late.',
  criteria: [
    ...pick('CHAMP', [
      'twoWay',
      { id: 'hasProblem', label: 'Challenge' },
      { id: 'decides', label: 'Authority' },
      'connects',
      { id: 'budget', label: 'Money' },
    ]),
    own({
      id: 'priority',
      level: 'change',
      label: 'Prioritization',
      ask: 'Where does this stand among the things that you want to get done this year?',
      yes: 'Among the first: something else would wait for it.',
      no: 'Far down, or on no list at all.',
    }),
  ],
  prospect: {
    meaning: 'Talks with us, has a challenge that we can help with, and decides or leads us to who does.',
    rule: { all: [yes('twoWay'), yes('hasProblem'), wayToDecision] },
    guidance: 'Stay with the challenge: whom it touches, what it costs, and what else competes with it.',
  },
  opportunity: {
    meaning: 'A prospect with the money, for whom this is among the first things to do.',
    rule: { all: [yes('budget'), yes('priority')] },
    guidance: 'Open a deal and agree on when it starts.',
  },
  ends: ['hasProblem'],
  waits: ['twoWay', 'budget', 'priority'],
});
