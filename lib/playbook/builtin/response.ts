// Built-in playbook after the response article: a reaction to the offer makes a prospect. No opportunity of its own.
import type { Playbook, Rule } from '../schema';
import { pick } from './criteria';
import { opportunityRule } from './default';
import { ALWAYS, levelsOf, no, reasonsFor, yes } from './parts';
import { DEFAULT, RESPONSE } from './sources';
import { usualNext } from './steps';

const criteria = [
  ...pick(RESPONSE, [
    {
      id: 'twoWay',
      label: 'Talked or replied',
      yes: 'They talked with us on the phone or replied to an email; this call counts.',
      no: 'No talk and no reply so far.',
      why: 'One of the reactions that make a prospect of a lead.',
    },
    'reacted',
    'openToBuy',
    'source',
    {
      id: 'fitsMarket',
      why: 'A lead is chosen because it may match the target market. One that is known not to match leaves the list.',
    },
  ]),
  ...pick(DEFAULT, ['pain', 'fit', 'interest', 'explore', 'partner']),
];

const reaction: Rule = { any: [yes('twoWay'), yes('reacted')] };
/** What nobody has said or found out keeps no one from anything. */
const fitsAsFarAsKnown: Rule = { unless: no('fitsMarket') };

/** Its two kinds of communication, as the tasks say them. */
const tasks: Record<string, { subject: string; body: string }> = {
  lead: {
    subject: 'Give them something to react to',
    body: 'Make the brand known, raise interest, or make an offer: something to answer, to click or to ask about.',
  },
  prospect: {
    subject: 'Build on their reaction',
    body: 'Answer what they said or asked, and suggest the next step down the funnel.',
  },
};
const next = usualNext(criteria);

export const responsePlaybook: Playbook = {
  schema: 1,
  id: 'response',
  name: 'Response',
  version: '2.0.0',
  description:
    'A lead is chosen because it may match the target market. One who reacts, by a talk, a reply or a click, becomes a prospect, unless they said that they do not want to buy or cannot for now. Its article defines no opportunity: that rule is borrowed from the Stagecheck default.',
  sources: [
    {
      title: RESPONSE,
      note: 'Lead and prospect, which reactions count, and how to communicate with each. It says itself that no definition holds for all.',
    },
    {
      title: DEFAULT,
      note: 'Borrowed: the rule for an opportunity with its five questions, disqualified, and nurture with its date. The article defines none of them.',
    },
  ],
  levels: levelsOf(criteria),
  stages: [
    {
      id: 'lead',
      name: 'Lead',
      meaning:
        'Every customer begins as a stranger: chosen by research or automation, may match the target market, and is not ready to buy. Strangers on the email list, blog commenters, people who liked or shared a post, bought names. Who does not respond, does not want to or cannot for now stays one.',
      rule: { all: [] },
      guidance: 'Make them know us: raise interest, and make offers that they can react to.',
      cites: [RESPONSE],
    },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning:
        'Reacted to us: talked on the phone, replied to an email, clicked a link in one, chatted at a trade show, or asked about the product on social media. Unless they said that they do not want to buy or cannot for now, or turned out not to match the market.',
      rule: { all: [reaction, { unless: no('openToBuy') }, fitsAsFarAsKnown] },
      guidance: 'Make a business relationship of the interest, and take it down the funnel step by step.',
      cites: [RESPONSE],
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning:
        'Borrowed from the Stagecheck default, because the article defines no opportunity: a prospect with pain, a reason to act now and a fit, who agreed to explore a change and sees us as a possible partner.',
      rule: opportunityRule,
      guidance: 'Open a deal, agree on the next step and its date, and plan the change with them.',
      cites: [DEFAULT],
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'Outside the target market, or in need of something that we do not offer.',
      rule: { any: [no('fitsMarket'), no('fit')] },
      reasons: reasonsFor('outsideMarket', 'cannotFit', ...ALWAYS),
      asksDate: false,
      cites: [DEFAULT],
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning:
        'Stays a lead for now: no response, does not want to buy, or cannot yet. With a date to come back, which is borrowed from the Stagecheck default.',
      rule: {
        all: [fitsAsFarAsKnown, { any: [no('openToBuy'), { all: [no('twoWay'), no('reacted')] }] }],
      },
      reasons: reasonsFor('noResponse', 'noInterest', 'noBudget', 'timing', 'contract', 'otherFirst'),
      asksDate: true,
      cites: [DEFAULT],
    },
  ],
  criteria,
  flags: [],
  scales: [],
  labels: [{ id: 'source', name: 'Source', criterion: 'source', cites: [RESPONSE] }],
  ...next,
  steps: next.steps.map((step) => {
    const own = step.kind === 'followUp' ? tasks[step.stages?.[0] ?? ''] : undefined;
    return { ...step, ...own };
  }),
};
