// Built-in playbook after the profile article: the ideal customer profile and interest make a prospect. No opportunity of its own.
import type { Playbook } from '../schema';
import { pick } from './criteria';
import { opportunityRule } from './default';
import { ALWAYS, levelsOf, no, reasonsFor, wayToDecision, yes } from './parts';
import { DEFAULT, PROFILE } from './sources';
import { usualNext } from './steps';

const criteria = [
  ...pick(PROFILE, [
    {
      id: 'showsInterest',
      why: 'The level of engagement is what parts a prospect from a lead. A reply is none yet; wanting to know more is.',
    },
    'source',
    {
      id: 'fitsMarket',
      label: 'Ideal customer profile',
      yes: 'Size, industry and region are those of our ideal customer.',
      no: 'Another size, industry or region than our ideal customer has.',
    },
    'couldUse',
    { id: 'decides', yes: 'They make the final decision.' },
    'connects',
  ]),
  ...pick(DEFAULT, ['pain', 'fit', 'interest', 'explore', 'partner']),
  ...pick(PROFILE, ['position']),
];

export const profilePlaybook: Playbook = {
  schema: 1,
  id: 'profile',
  name: 'Customer profile and interest',
  version: '2.0.0',
  description:
    'A prospect fits the ideal customer profile and shows interest. Then their place in the buying process says how to go on. Its article defines no opportunity: that rule is borrowed from the Stagecheck default.',
  sources: [
    {
      title: PROFILE,
      note: 'Lead and prospect, the three levels of qualification, the sources of leads, and the place in the buying process.',
    },
    {
      title: DEFAULT,
      note: 'Borrowed: the rule for an opportunity with its five questions, and disqualified. The article defines neither.',
    },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'Some interest and a way to reach them, nothing qualified: from a list, a referral, a reply to a cold email or call, or inbound. A reply alone is still a lead.',
      rule: { all: [] },
      guidance:
        'Qualify: the company, the use that they would have, and who decides. Inbound is the best place to start.',
      cites: [PROFILE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Fits the ideal customer profile, shows interest, could put our offering to use and profit from it, and decides or leads us to who does.',
      rule: { all: [yes('showsInterest'), yes('fitsMarket'), yes('couldUse'), wayToDecision] },
      guidance:
        'Find out how far along they are, from just researching to comparing vendors, and write accordingly. Send articles, case studies and videos until they are ready for a demo or to buy.',
      cites: [PROFILE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'Borrowed from the Stagecheck default, because the article defines no opportunity: a prospect with pain, a reason to act now and a fit, who agreed to explore a change and sees us as a possible partner.',
      rule: opportunityRule,
      guidance: 'They are ready for more than reading: offer the demo, and agree on a next step with a date.',
      cites: [DEFAULT],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'Not our ideal customer, or without any use for our offering.',
      rule: { any: [no('fitsMarket'), no('couldUse'), no('fit')] },
      reasons: reasonsFor('outsideMarket', 'cannotUse', 'cannotFit', ...ALWAYS),
      asksDate: false,
      cites: [DEFAULT],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning:
        'Fits the profile and is not ready: send useful content until they are. With a date to come back.',
      rule: {
        all: [
          yes('fitsMarket'),
          {
            any: [
              no('showsInterest'),
              no('interest'),
              no('explore'),
              { criterion: 'position', oneOf: ['notLooking', 'researching'] },
            ],
          },
        ],
      },
      reasons: reasonsFor('researching', 'noInterest', 'noAuthority', 'timing', 'noResponse', 'otherFirst'),
      asksDate: true,
      cites: [PROFILE],
    },
  ],
  criteria,
  flags: [
    {
      id: 'cameToUs',
      name: 'Came to us',
      rule: { criterion: 'source', oneOf: ['inbound', 'paid'] },
      help: 'Found us by content, search or advertising: the best position to be in.',
      cites: [PROFILE],
    },
  ],
  scales: [],
  labels: [
    { id: 'source', name: 'Source', criterion: 'source', cites: [PROFILE] },
    { id: 'position', name: 'Buying process', criterion: 'position', cites: [PROFILE] },
  ],
  ...usualNext(criteria),
};
