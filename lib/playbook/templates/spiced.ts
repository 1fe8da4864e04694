// Framework SPICED as a playbook: situation, pain, impact, critical event, decision.
import { pick } from '../builtin/criteria';
import { yes } from '../builtin/parts';
import { question, template } from './template';

const own = question('SPICED');

export const spiced = template({
  id: 'spiced',
  name: 'SPICED',
  note: 'Situation, pain, impact, critical event, decision. A situation that fits and a pain make a prospect; impact, a date that matters and the way to a decision an opportunity.',
  description: 'Situation, pain, impact, critical event, decision: asks what a change would do, and by when.',
  criteria: [
    ...pick('SPICED', [
      'twoWay',
      {
        id: 'fitsMarket',
        label: 'Situation',
        yes: 'Their situation is one in which we help: trade, place, size, tools.',
      },
      { id: 'pain', ask: 'What brought you to look at this?' },
    ]),
    own({
      id: 'impact',
      level: 'opportunity',
      label: 'Impact',
      ask: 'If it were solved, what would that change for the business, and for you?',
      yes: 'They name what it changes, in numbers or in what it means to people.',
      no: 'Nothing that they could name.',
    }),
    own({
      id: 'criticalEvent',
      level: 'change',
      label: 'Critical event',
      ask: 'By when do you need that result, and what happens if it is not there?',
      yes: 'A date, and something that happens when it is missed.',
      no: 'No date, or nothing happens when it goes by.',
      why: 'A date that can be missed without harm is a wish.',
    }),
    own({
      id: 'decision',
      level: 'change',
      label: 'Decision',
      ask: 'How do you decide such things: who, by what, in which steps?',
      yes: 'People, criteria and steps are known.',
      no: 'Unknown to them, too, or nobody tells.',
    }),
  ],
  prospect: {
    meaning: 'Talks with us, is in a situation in which we help, and says that it hurts.',
    rule: { all: [yes('twoWay'), yes('fitsMarket'), yes('pain')] },
    guidance: 'Ask for the impact, and for the date behind it.',
  },
  opportunity: {
    meaning: 'A prospect who names the impact, has a date that matters, and a known way to decide.',
    rule: { all: [yes('impact'), yes('criticalEvent'), yes('decision')] },
    guidance: 'Plan back from the critical event, together.',
  },
  ends: ['fitsMarket'],
  waits: ['twoWay', 'criticalEvent'],
});
