// The default playbook's questions on change: why now, would they, and with us.
import type { Criterion } from '../schema';
import { DIFFERENCE, PROFILE, UPGRADE, VALUE } from './sources';

export const changeCriteria: Criterion[] = [
  {
    id: 'interest',
    level: 'change',
    label: 'Reason to act now',
    ask: 'How long has it been like this, and why look at it now?',
    yes: 'They want it solved, and something makes it matter now.',
    no: 'They have lived with it for years and nothing presses.',
    kind: 'yesno',
    evidence: [
      { fact: 'engagement.lastInboundCallAt', gives: null },
      { fact: 'web.lastVisitAt', gives: null },
    ],
    why: 'A need put up with for years shows little interest; an acute one shows much.',
    cites: [UPGRADE],
  },
  {
    id: 'explore',
    level: 'change',
    label: 'Agreed to explore change',
    ask: 'Shall we look together at what a change would take?',
    yes: 'They agreed to look into doing it differently, with a next step.',
    no: 'They would rather leave things as they are.',
    kind: 'yesno',
    evidence: [
      { fact: 'engagement.lastMeetingBookedAt', gives: null },
      { fact: 'deals.open', gives: null },
    ],
    why: 'Pain alone is not enough: until they want to change, it stays a prospect.',
    cites: [VALUE],
  },
  {
    id: 'partner',
    level: 'change',
    label: 'Us as a possible partner',
    ask: 'Can you see yourselves doing this with us?',
    yes: 'They regard us as one of those they might do it with.',
    no: 'They want it, but not with us, or only use us to compare.',
    kind: 'yesno',
    evidence: [{ fact: 'deals.total', gives: null }],
    cites: [VALUE],
  },
  {
    id: 'demand',
    level: 'change',
    label: 'Immediate demand',
    ask: 'When would you need this in place?',
    yes: 'They need it now or have a near date for it.',
    no: 'Some day, without a date.',
    kind: 'yesno',
    evidence: [{ fact: 'lead.rating', gives: null }],
    cites: [DIFFERENCE],
  },
  {
    id: 'position',
    level: 'change',
    label: 'Buying process',
    ask: 'How far along are you with looking for something?',
    yes: 'The furthest of these that they are at.',
    no: 'They have not begun to look.',
    kind: 'choice',
    options: [
      { id: 'notLooking', label: 'Not looking' },
      { id: 'researching', label: 'Just researching' },
      { id: 'comparing', label: 'Comparing vendors' },
      { id: 'deciding', label: 'About to decide' },
    ],
    evidence: [
      { fact: 'web.lastVisitAt', gives: null },
      { fact: 'web.lastFormName', gives: null },
    ],
    why: 'Tells which material helps them. By itself it never decides the stage.',
    cites: [PROFILE],
  },
];
