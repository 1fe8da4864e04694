// Questions on engagement: do they talk with us, where from, and as what kind of lead.
import type { Criterion } from '../schema';
import { DIFFERENCE, PROFILE, RESPONSE, UPGRADE } from './sources';

/** Half a year: longer ago than this, a reply doesn't make a conversation. */
const TALKED = 180;

export const engagementCriteria: Criterion[] = [
  {
    id: 'twoWay',
    level: 'engagement',
    label: 'Two-way contact',
    ask: 'Is now a fair moment to talk for a few minutes?',
    yes: 'They answered: a reply, a call, a meeting, or this conversation.',
    no: 'Only our side has reached out so far. Opens and clicks are no answer.',
    kind: 'yesno',
    evidence: [
      { fact: 'engagement.lastReplyAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastIncomingEmailAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastInboundCallAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastConnectedCallAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastMeetingHeldAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastIncomingMessageAt', when: { present: true }, gives: 'yes', freshDays: TALKED },
      { fact: 'engagement.lastMeetingBookedAt', gives: null },
      { fact: 'event.lastAttendedAt', gives: null },
      { fact: 'engagement.lastMessageAt', gives: null },
      // One-way: only our side, or nobody there.
      { fact: 'engagement.lastUnansweredCallAt', gives: null },
      { fact: 'engagement.lastMeetingMissedAt', gives: null },
      { fact: 'engagement.lastSentAt', gives: null },
      { fact: 'engagement.lastAutomaticReplyAt', gives: null },
      { fact: 'engagement.lastBounceAt', gives: null },
      { fact: 'engagement.lastOpenAt', gives: null },
      { fact: 'engagement.lastClickAt', gives: null },
      { fact: 'social.lastEngagementAt', gives: null },
    ],
    why: 'The biggest drop in any funnel is between those who never answer and those who do.',
    cites: [UPGRADE, DIFFERENCE],
  },
  {
    id: 'leadType',
    level: 'engagement',
    label: 'Lead type',
    ask: 'What made you get in touch with us?',
    yes: 'The furthest of these that they have done.',
    no: 'They never came to us by themselves.',
    kind: 'choice',
    options: [
      { id: 'iql', label: 'IQL', help: 'Information qualified: left contact details for free information.' },
      {
        id: 'mql',
        label: 'MQL',
        help: 'Marketing qualified: engaged with our content, such as a video or e-book.',
      },
      { id: 'sql', label: 'SQL', help: 'Sales qualified: talked with sales and wants to decide.' },
      { id: 'srl', label: 'SRL', help: 'Sales ready: asked for a salesperson.' },
      { id: 'msrl', label: 'MSRL', help: 'Bought from a lead subscription service.' },
    ],
    evidence: [
      // Which facts it follows from stands in its words; bought leads have no date to grow old by.
      {
        fact: 'lead.derivedType',
        when: { oneOf: ['iql', 'mql', 'sql', 'srl'] },
        gives: 'value',
        freshDays: 365,
      },
      { fact: 'lead.derivedType', when: { is: 'msrl' }, gives: 'msrl' },
      { fact: 'lead.type', gives: null },
      { fact: 'web.formCount', gives: null },
      { fact: 'web.lastFormName', gives: null },
      { fact: 'web.firstFormName', gives: null },
      { fact: 'campaign.lastResponseAt', gives: null },
      { fact: 'source.kind', when: { oneOf: ['subscription', 'boughtList'] }, gives: null },
    ],
    why: 'Tells how to open the conversation. By itself it never decides the stage.',
    cites: [DIFFERENCE],
  },
  {
    id: 'source',
    level: 'engagement',
    label: 'Source',
    ask: 'How did you first come across us?',
    yes: 'The first way in which they and we came together.',
    no: 'Nobody can say.',
    kind: 'choice',
    options: [
      { id: 'list', label: 'Our own list' },
      { id: 'boughtList', label: 'Bought list or subscription' },
      { id: 'referral', label: 'Referral', help: 'By a friend, a colleague or a customer.' },
      { id: 'response', label: 'Answered our outreach' },
      { id: 'inbound', label: 'Inbound: search or content' },
      { id: 'paid', label: 'Advertising' },
      { id: 'social', label: 'Social media' },
      { id: 'event', label: 'Event' },
      { id: 'other', label: 'Something else' },
    ],
    evidence: [
      {
        fact: 'source.kind',
        when: {
          oneOf: [
            'list',
            'boughtList',
            'referral',
            'response',
            'inbound',
            'paid',
            'social',
            'event',
            'other',
          ],
        },
        gives: 'value',
      },
      { fact: 'source.kind', when: { is: 'subscription' }, gives: 'boughtList' },
      { fact: 'source.detail', gives: null },
    ],
    cites: [UPGRADE, PROFILE, RESPONSE],
  },
];
