// The default playbook: the join of five published articles, in our own words.
import type { Playbook, Rule } from '../schema';
import { shared } from './criteria';
import { ALWAYS, levelsOf, no, reasonsFor, temperature, wayToDecision, yes } from './parts';
import { DIFFERENCE, PROFILE, sources, UPGRADE, VALUE } from './sources';
import { usualNext } from './steps';

const criteria = [
  ...['twoWay', 'leadType', 'source'],
  ...['fitsMarket', 'hasProblem', 'couldUse', 'pain', 'fit', 'perceivesValue', 'massiveValue'],
  ...['decides', 'connects', 'budget'],
  ...['interest', 'explore', 'partner', 'demand', 'position'],
].map(shared);

/** The parts of the prospect rule: five questions, and one more where they don't decide themselves. */
const prospect: Rule = {
  all: [yes('twoWay'), yes('fitsMarket'), yes('hasProblem'), yes('couldUse'), wayToDecision],
};

/** What makes an opportunity of a prospect. Playbooks whose article defines no opportunity borrow it. */
export const opportunityRule: Rule = {
  all: [yes('pain'), yes('interest'), yes('fit'), yes('explore'), yes('partner')],
};

export const defaultPlaybook: Playbook = {
  schema: 1,
  id: 'default',
  name: 'Stagecheck default',
  version: '2.0.0',
  description:
    'A lead until there is two-way contact with a fitting company that has a problem we can solve and someone who can decide. An opportunity once they want to change and consider us.',
  sources: [...sources],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'A name of a person or a company that could become a customer; whether it fits is not known yet.',
      rule: { all: [] },
      guidance:
        'Make them aware: ask about their world before you tell of ours, and get one true answer back. A download, a visit or a click says that they exist, not that they qualify.',
      cites: [VALUE, UPGRADE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Talks with us, fits the target market, has a problem that we can create value for and could put our offering to use, and decides or can connect us to who does.',
      rule: prospect,
      guidance:
        'Build the relationship: work on the problem with them, what it costs, why now, and what a change would look like. Send what is useful to where they are in the buying process. Dream clients come first and get most of your time.',
      cites: [UPGRADE, VALUE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect that admits the pain, has a reason to act now, fits what we offer, agreed to explore a change, and sees us as a possible partner in it.',
      rule: opportunityRule,
      guidance:
        'Be their partner in the change: plan it with them, agree on the next step and its date, and meet everyone who has a say. Open a deal.',
      cites: [VALUE, UPGRADE],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning:
        "No problem that we can create value for, or would never perceive the value, or cannot fit. Not worth more of anyone's time.",
      rule: {
        any: [no('hasProblem'), no('perceivesValue'), no('fitsMarket'), no('couldUse'), no('fit')],
      },
      reasons: reasonsFor('noProblem', 'neverValue', 'outsideMarket', 'cannotUse', 'cannotFit', ...ALWAYS),
      asksDate: false,
      cites: [VALUE, UPGRADE],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: 'Right for us, but not now: the timing is wrong, or nobody answers. With a date to come back.',
      rule: {
        any: [
          { all: [yes('fitsMarket'), no('twoWay')] },
          { all: [yes('fitsMarket'), yes('hasProblem'), { any: [no('interest'), no('explore')] }] },
        ],
      },
      reasons: reasonsFor('timing', 'noResponse', 'noBudget', 'otherFirst', 'contract'),
      asksDate: true,
      cites: [PROFILE],
    },
  ],
  criteria,
  flags: [
    {
      id: 'dreamClient',
      name: 'Dream client',
      rule: { all: [prospect, yes('massiveValue')] },
      help: 'Our work is worth a great deal to them: top of your list, most of your time.',
      first: true,
      cites: [VALUE],
    },
  ],
  scales: [temperature],
  labels: [
    { id: 'leadType', name: 'Lead type', criterion: 'leadType', cites: [DIFFERENCE] },
    { id: 'source', name: 'Source', criterion: 'source', cites: [UPGRADE, PROFILE] },
    { id: 'position', name: 'Buying process', criterion: 'position', cites: [PROFILE] },
  ],
  ...usualNext(criteria),
};
