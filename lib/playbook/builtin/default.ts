// The default playbook: the join of five published articles, in our own words.
import type { Playbook, Rule } from '../schema';
import { changeCriteria } from './default-change';
import { engagementCriteria } from './default-engagement';
import { fitCriteria } from './default-fit';
import { sources, UPGRADE, VALUE } from './sources';

const yes = (criterion: string): Rule => ({ criterion, is: 'yes' });
const no = (criterion: string): Rule => ({ criterion, is: 'no' });

/** The parts of the prospect rule: five questions. */
const prospect: Rule = {
  all: [yes('twoWay'), yes('fitsMarket'), yes('hasProblem'), yes('couldUse'), yes('decides')],
};

export const defaultPlaybook: Playbook = {
  schema: 1,
  id: 'default',
  name: 'Stagecheck default',
  version: '1.0.0',
  description:
    'A lead until there is two-way contact with a fitting company that has a problem we can solve and someone who can decide. An opportunity once they want to change and consider us.',
  sources: [...sources],
  levels: [
    { id: 'engagement', name: 'Engagement', help: 'Do they talk with us?' },
    { id: 'organization', name: 'Organization', help: 'Is it the kind of company that we serve?' },
    { id: 'opportunity', name: 'Opportunity', help: 'Is there a problem that we can create value for?' },
    { id: 'stakeholder', name: 'Stakeholder', help: 'Can this person decide, or take us to who does?' },
    { id: 'change', name: 'Change', help: 'Do they want to change, and with us?' },
  ],
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'A name of a person or a company that could become a customer; whether it fits is not known yet.',
      rule: { all: [] },
      guidance:
        'Get into a conversation. A download, a visit or a click says that they exist, not that they qualify.',
      cites: [VALUE, UPGRADE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Talks with us, fits the target market, has a problem that we can create value for and could put our offering to use, and decides or can connect us to who does.',
      rule: prospect,
      guidance:
        'Work on the problem: what it costs them, why now, and what a change would look like. Send what is useful to where they are in the buying process.',
      cites: [UPGRADE, VALUE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'A prospect that admits the pain, has a reason to act now, fits what we offer, agreed to explore a change, and sees us as a possible partner in it.',
      rule: { all: [yes('pain'), yes('interest'), yes('fit'), yes('explore'), yes('partner')] },
      guidance: 'Open a deal, agree on the next step and its date, and meet everyone who has a say.',
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
      reasons: [
        { id: 'noProblem', label: 'No problem we can create value for' },
        { id: 'neverValue', label: 'Would never perceive the value' },
        { id: 'outsideMarket', label: 'Outside our target market' },
        { id: 'cannotUse', label: 'Could not put our offering to use' },
        { id: 'cannotFit', label: 'What they need is not what we offer' },
        {
          id: 'notReal',
          label: 'Not a real or reachable contact',
          help: 'Wrong person, left the company, spam.',
        },
        { id: 'duplicate', label: 'A duplicate of another contact' },
        { id: 'competitor', label: 'A competitor, student or supplier' },
      ],
      asksDate: false,
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
      reasons: [
        { id: 'timing', label: 'Not the right time' },
        { id: 'noResponse', label: 'No response so far' },
        { id: 'noBudget', label: 'No budget before a known date' },
        { id: 'otherFirst', label: 'Something else comes first for them' },
        { id: 'contract', label: 'Bound to another supplier for now' },
      ],
      asksDate: true,
    },
  ],
  criteria: [...engagementCriteria, ...fitCriteria, ...changeCriteria],
  flags: [
    {
      id: 'dreamClient',
      name: 'Dream client',
      rule: { all: [prospect, yes('massiveValue')] },
      help: 'A prospect for whom our work would be worth a great deal: top of the list, most of the time.',
    },
  ],
  scales: [
    {
      id: 'temperature',
      name: 'Temperature',
      of: [
        { label: 'Budget', rule: yes('budget') },
        { label: 'Authority', rule: yes('decides') },
        { label: 'Need', rule: yes('hasProblem') },
        { label: 'Demand', rule: yes('demand') },
      ],
      bands: [
        { id: 'hot', label: 'Hot', atLeast: 3 },
        { id: 'warm', label: 'Warm', atLeast: 2 },
        { id: 'cold', label: 'Cold', atLeast: 1 },
      ],
    },
  ],
  labels: [
    { id: 'leadType', name: 'Lead type', criterion: 'leadType' },
    { id: 'source', name: 'Source', criterion: 'source' },
    { id: 'position', name: 'Buying process', criterion: 'position' },
  ],
};
