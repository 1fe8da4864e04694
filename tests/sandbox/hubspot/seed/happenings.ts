// A random history of one contact, in one of the courses that histories take.
import type { Random } from '../../common/random';
import type { CallOutcome, Event } from './events';

const openings = [
  'Short question about your dispatch planning',
  'Following up on our call',
  'Idea for the peak season',
  'Your download',
];
const replies = [
  'Thanks, could you send prices?',
  'Not this quarter, sorry.',
  'Please talk to my colleague in operations.',
  'Sounds interesting. Thursday?',
  'Bitte nehmen Sie mich aus der Liste.',
];
const remarks = [
  'Left a message with reception.',
  'Uses spreadsheets today; three sites.',
  'Renewal with present supplier in spring.',
  'Asked for a reference in the same trade.',
  'Wrong number on the card.',
];
const forms = [
  'Guide to route planning: download',
  'Contact us',
  'Newsletter: footer form',
  'Webinar: cold chain basics',
];

type Course = (random: Random, last: number) => Event[];

const email = (random: Random, days: number): Event => ({
  kind: 'email',
  days,
  direction: 'EMAIL',
  subject: random.pick(openings),
  text: 'Hello, I hope this finds you well. Would ten minutes next week suit you?',
});
const reply = (random: Random, days: number): Event => ({
  kind: 'email',
  days,
  direction: 'INCOMING_EMAIL',
  subject: `Re: ${random.pick(openings)}`,
  text: random.pick(replies),
});
const call = (random: Random, days: number, outcome: CallOutcome): Event => ({
  kind: 'call',
  days,
  direction: 'OUTBOUND',
  outcome,
  text: random.pick(remarks),
});

const courses: Course[] = [
  () => [],
  (random, last) => [email(random, last + 9), email(random, last + 4), call(random, last, 'noAnswer')],
  (random, last) => [
    email(random, last + 6),
    { kind: 'open', days: last + 5 },
    { kind: 'click', days: last + 5 },
  ],
  (random, last) => [email(random, last + 3), reply(random, last)],
  (random, last) => [
    email(random, last + 12),
    reply(random, last + 10),
    call(random, last + 2, 'connected'),
    { kind: 'note', days: last, text: random.pick(remarks) },
  ],
  (random, last) => [
    { kind: 'form', days: last + 2, name: random.pick(forms) },
    call(random, last, 'voicemail'),
  ],
  (random, last) => [
    { kind: 'call', days: last, direction: 'INBOUND', outcome: 'connected', text: random.pick(remarks) },
  ],
  (random, last) => [
    email(random, last + 20),
    {
      kind: 'meeting',
      days: last,
      outcome: random.pick(['COMPLETED', 'NO_SHOW', 'CANCELED', 'RESCHEDULED']),
    },
  ],
  (random, last) => [
    reply(random, last + 5),
    { kind: 'meeting', days: -random.int(2, 20), outcome: 'SCHEDULED' },
  ],
  (_, last) => [
    { kind: 'visit', days: last },
    { kind: 'social', days: last + 3 },
  ],
];

/** Nothing happens before the contact was made, `age` days ago. */
export function happenings(random: Random, age: number): Event[] {
  const last = random.int(1, Math.max(1, age - 25));
  return random.pick(courses)(random, last);
}
