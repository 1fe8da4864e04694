// Questions on reactions: what shows interest, and what is only our side reaching out.
import type { Criterion, EvidenceRule } from '../schema';
import { DIFFERENCE, PROFILE, RESPONSE, VALUE } from './sources';

/** Half a year, as for two-way contact. */
const RECENT = 180;

const recent = (fact: string): EvidenceRule => ({
  fact,
  when: { present: true },
  gives: 'yes',
  freshDays: RECENT,
});
const shown = (fact: string): EvidenceRule => ({ fact, gives: null });

/** Times at which they spoke with us, not only wrote or called while nobody was there. */
const SPOKEN = [
  'engagement.lastInboundTalkAt',
  'engagement.lastConnectedCallAt',
  'engagement.lastMeetingHeldAt',
];
const CALLED = ['engagement.lastInboundCallAt', ...SPOKEN.slice(1)];
const MESSAGE = 'engagement.lastIncomingMessageAt';
const WRITTEN = ['engagement.lastReplyAt', 'engagement.lastIncomingEmailAt', MESSAGE];
const CLICK = 'engagement.lastClickAt';

export const reactionCriteria: Criterion[] = [
  {
    id: 'talked',
    level: 'engagement',
    label: 'Talked with them',
    ask: 'May I ask a few questions, to see whether we can be of any use to you?',
    yes: 'They spoke with us, on the phone or face to face; this call counts.',
    no: 'Nobody has spoken with them, whatever they downloaded, visited or wrote.',
    kind: 'yesno',
    evidence: [...SPOKEN.map(recent), ...[...WRITTEN, CLICK, 'web.formCount', 'web.lastFormName'].map(shown)],
    why: 'What they did on a website cannot tell whether they have a problem; only asking can.',
    cites: [VALUE],
  },
  {
    id: 'showsInterest',
    level: 'engagement',
    label: 'Shows interest',
    ask: 'Would you like to hear how we go about this?',
    yes: 'They want to know more: they ask, agree to go on, or asked for us.',
    no: 'They only listen to be polite, or say that it is nothing for them.',
    kind: 'yesno',
    evidence: [
      { fact: 'web.lastFormKind', when: { is: 'sales' }, gives: 'yes', freshDays: 365 },
      shown('web.lastFormKind'),
      ...['engagement.lastMeetingBookedAt', 'engagement.lastInboundCallAt', CLICK, 'web.formCount'].map(
        shown,
      ),
    ],
    cites: [DIFFERENCE, PROFILE],
  },
  {
    id: 'reacted',
    level: 'engagement',
    label: 'Reaction to our offer',
    ask: 'What did you make of what we sent or showed you?',
    yes: 'A click in an email, a chat at a trade show, or a question about the product on social media.',
    no: 'No reaction so far. A like, a share, a comment or an opened email is none.',
    kind: 'yesno',
    evidence: [
      recent(CLICK),
      recent(MESSAGE),
      ...[
        'event.lastAttendedAt',
        'campaign.lastResponseAt',
        'social.lastEngagementAt',
        'source.kind',
        'source.detail',
        'engagement.lastOpenAt',
      ].map(shown),
    ],
    cites: [RESPONSE],
  },
  {
    id: 'openToBuy',
    level: 'engagement',
    label: 'Could and would buy',
    ask: 'If it turned out to be right for you, is there anything that would keep you from buying?',
    yes: 'They say that nothing keeps them from it.',
    no: 'They said that they do not want to, or cannot for now: no money, bound to someone, a bad time.',
    kind: 'yesno',
    // A reaction says nothing of it.
    evidence: [...WRITTEN, ...CALLED].map(shown),
    why: 'One who cannot or will not buy for now stays a lead, however well they answer. As long as nobody has said so, it keeps no one.',
    cites: [RESPONSE],
  },
];
