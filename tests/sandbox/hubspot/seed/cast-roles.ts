// Who is in the cast: properties, history, and in a few words what each is for.
import type { CompanyName } from './cast-companies';
import { type Event, timeAgo } from './events';

export type Role = {
  what: string;
  values: Record<string, string>;
  company?: CompanyName;
  secondCompany?: CompanyName;
  events?: Event[];
  /** Roll-ups that no engagement stands behind: clocks that run wrong. */
  rollUps?: (now: Date) => Record<string, string>;
  /** Days since it was made. */
  age?: number;
  elsewhere?: boolean;
};

const sent = (days: number): Event => ({
  kind: 'email',
  days,
  direction: 'EMAIL',
  subject: 'Fewer empty kilometres this winter',
  text: 'Hello, may I show you how two carriers near you cut their empty runs?',
});
const answered = (
  days: number,
  text = 'Hello, yes, this is on our list. Call me after the 10th.',
): Event => ({
  kind: 'email',
  days,
  direction: 'INCOMING_EMAIL',
  subject: 'Re: Fewer empty kilometres this winter',
  text,
});
const markup = '<script>window.__harm=1</script><img src=x onerror="window.__harm=1">';
const manyCalls = Array.from(
  { length: 130 },
  (_, index): Event => ({
    kind: 'call',
    days: 3 + index * 2,
    direction: 'OUTBOUND',
    outcome: index === 4 ? 'connected' : 'noAnswer',
  }),
);

export const roles = {
  ann: {
    what: 'a clean lead at a fitting company: a reply two weeks ago and a C-level title; the main job',
    company: 'northwind',
    values: {
      firstname: 'Ann',
      lastname: 'Meyer',
      email: 'ann.meyer@northwind-logistics.example',
      phone: '+49 40 555 0142',
      jobtitle: 'Chief Operating Officer',
      company: 'Northwind Logistics',
      city: 'Hamburg',
      country: 'Germany',
      hs_lead_status: 'OPEN',
      hs_linkedin_url: 'https://www.linkedin.com/in/ann-meyer-example',
    },
    events: [
      sent(24),
      { kind: 'open', days: 23 },
      { kind: 'call', days: 19, direction: 'OUTBOUND', outcome: 'voicemail', text: 'Left a message.' },
      answered(14),
      { kind: 'click', days: 13 },
      { kind: 'note', days: 12, text: 'Runs dispatch for three depots. Knows our customer in Bremen.' },
    ],
  },
  noReply: {
    what: 'only we have reached out; never an answer',
    company: 'northwind',
    values: {
      firstname: 'Piotr',
      lastname: 'Nowak',
      email: 'piotr.nowak@northwind-logistics.example',
      jobtitle: 'Head of Dispatch',
      hs_lead_status: 'ATTEMPTED_TO_CONTACT',
    },
    events: [
      sent(40),
      { kind: 'open', days: 39 },
      { kind: 'call', days: 30, direction: 'OUTBOUND', outcome: 'noAnswer' },
      sent(8),
    ],
  },
  stale: {
    what: 'the last reply is fourteen months old',
    company: 'harbourside',
    values: {
      firstname: 'Margaret',
      lastname: 'Ashworth',
      email: 'm.ashworth@harbourside-foods.example',
      jobtitle: 'Finance Director',
      hs_lead_status: 'CONNECTED',
    },
    events: [sent(436), answered(425, 'Interesting, but let us talk next year.')],
    age: 600,
  },
  future: {
    what: 'a reply that is dated in the future, and a meeting that has not been held yet',
    company: 'harbourside',
    values: {
      firstname: 'Ravi',
      lastname: 'Kulkarni',
      email: 'r.kulkarni@harbourside-foods.example',
      jobtitle: 'IT Manager',
    },
    events: [sent(20), { kind: 'meeting', days: -6, outcome: 'SCHEDULED' }],
    rollUps: (now) => ({
      hs_sales_email_last_replied: timeAgo(now, -90),
      hs_email_last_reply_date: timeAgo(now, -90),
    }),
  },
  placeholders: {
    what: 'every field says TBD, N/A, - or unknown, at a company that does too',
    company: 'blank',
    values: {
      firstname: 'N/A',
      lastname: 'unknown',
      email: 'tbd@placeholder.example',
      phone: '-',
      jobtitle: 'TBD',
      company: 'none',
      city: '-',
      country: 'N/A',
      favourite_topic: 'unknown',
    },
    events: [sent(10)],
  },
  html: {
    what: 'markup and script in every text field, in notes, emails and calls, and in the company',
    company: 'script',
    values: {
      firstname: `Mallory${markup}`,
      lastname: '<b>Bold</b>',
      email: 'mallory@markup.example',
      phone: '"><svg onload=window.__harm=1>',
      mobilephone: "' onmouseover='window.__harm=1",
      jobtitle: `Chief <i>Script</i> Officer ${markup}`,
      company: `Acme ${markup}`,
      website: 'javascript:window.__harm=1',
      city: '<h1>Turin</h1>',
      state: '{{7*7}}',
      country: '</textarea><script>window.__harm=1</script>',
      industry: markup,
      hs_linkedin_url: 'javascript:window.__harm=1',
      favourite_topic: '&lt;already escaped&gt; <marquee>',
    },
    events: [
      sent(16),
      answered(9, `Hi ${markup}`),
      {
        kind: 'call',
        days: 8,
        direction: 'INBOUND',
        outcome: 'connected',
        text: `<p>Said <b>yes</b></p>${markup}`,
      },
      {
        kind: 'note',
        days: 7,
        text: `<p>Likes <b>markup</b></p>${markup}<a href="javascript:window.__harm=1">here</a>`,
      },
      { kind: 'form', days: 6, name: `Form ${markup}` },
    ],
  },
  longTitle: {
    what: 'a title of ten thousand characters',
    company: 'northwind',
    values: {
      firstname: 'Maximiliane-Theodora',
      lastname: 'von und zu Hohenstein-Wallerfangen',
      email: 'long.title@northwind-logistics.example',
      jobtitle: 'Senior Vice President of Nearly Everything '.repeat(233).slice(0, 10_000),
    },
    events: [sent(12), answered(5)],
  },
  emoji: {
    what: 'emoji, combined ones too, in name, title and note',
    company: 'twinworks',
    values: {
      firstname: '🦊 Zoë',
      lastname: '👩‍🚀🏳️‍🌈',
      email: 'zoe@twinworks.example',
      jobtitle: 'Head of 🚚 & 📦',
    },
    events: [
      sent(9),
      answered(4, '👍👍🏽'),
      { kind: 'note', days: 3, text: 'Very friendly 😀 – call again 📞' },
    ],
  },
  rtl: {
    what: 'a right-to-left name and title',
    company: 'harbourside',
    values: {
      firstname: 'عبد الرحمن',
      lastname: 'القحطاني',
      email: 'abdulrahman@harbourside-foods.example',
      jobtitle: 'مدير العمليات',
      city: 'جدة',
      country: 'Saudi Arabia',
    },
    events: [sent(30), answered(11, 'شكرا، لنتحدث الأسبوع القادم')],
  },
  noName: {
    what: 'an email address and nothing else',
    company: 'tiny',
    values: { email: 'bonjour@corner-bakery.example' },
    events: [{ kind: 'form', days: 15, name: 'Guide to route planning: download' }],
  },
  noEmail: {
    what: 'a name without an email address',
    company: 'tiny',
    values: { firstname: 'Sébastien', lastname: 'Roux', phone: '+33 4 555 0199', jobtitle: 'Owner' },
    events: [{ kind: 'call', days: 4, direction: 'OUTBOUND', outcome: 'noAnswer' }],
  },
  noCompany: {
    what: 'belongs to no company',
    values: {
      firstname: 'Ingrid',
      lastname: 'Solheim',
      email: 'ingrid.solheim@mail.example',
      jobtitle: 'Consultant',
    },
    events: [sent(33)],
  },
  bare: {
    what: 'no property has a value',
    values: {
      lifecyclestage: '',
      hubspot_owner_id: '',
      hs_analytics_source: '',
      hs_analytics_source_data_1: '',
    },
  },
  customer: {
    what: 'a customer already: every stage below is a step back',
    company: 'harbourside',
    values: {
      firstname: 'Gareth',
      lastname: 'Pritchard',
      email: 'g.pritchard@harbourside-foods.example',
      jobtitle: 'Managing Director',
      lifecyclestage: 'customer',
      hs_lead_status: 'CONNECTED',
    },
    events: [sent(80), answered(70), { kind: 'meeting', days: 50, outcome: 'COMPLETED' }],
    age: 500,
  },
  opportunity: {
    what: 'an opportunity in the CRM without anything that supports it',
    company: 'tiny',
    values: {
      firstname: 'Claire',
      lastname: 'Fontaine',
      email: 'claire@corner-bakery.example',
      jobtitle: 'Manager',
      lifecyclestage: 'opportunity',
    },
  },
  unqualified: {
    what: 'marked unqualified',
    company: 'tiny',
    values: {
      firstname: 'Hugo',
      lastname: 'Marchand',
      email: 'hugo@corner-bakery.example',
      jobtitle: 'Baker',
      hs_lead_status: 'UNQUALIFIED',
    },
    events: [sent(60), answered(55, 'We are not interested, thank you.')],
  },
  badTiming: {
    what: 'right, but not now',
    company: 'twinworks',
    values: {
      firstname: 'Stefan',
      lastname: 'Gruber',
      email: 's.gruber@twinworks.example',
      jobtitle: 'Werksleiter',
      hs_lead_status: 'BAD_TIMING',
      contract_end: '2027-06-30',
    },
    events: [sent(100), answered(95, 'Our contract runs until next summer.')],
  },
  twinA: {
    what: 'one of two with the same name at one company',
    company: 'twinworks',
    values: {
      firstname: 'Anna',
      lastname: 'Huber',
      email: 'anna.huber@twinworks.example',
      jobtitle: 'Procurement Lead',
    },
    events: [sent(18), answered(6)],
  },
  twinB: {
    what: 'the other of two with the same name at one company',
    company: 'twinworks',
    values: {
      firstname: 'Anna',
      lastname: 'Huber',
      email: 'a.huber2@twinworks.example',
      jobtitle: 'Plant Manager',
      lifecyclestage: 'salesqualifiedlead',
    },
    events: [{ kind: 'call', days: 21, direction: 'INBOUND', outcome: 'connected' }],
  },
  withDeal: {
    what: 'has an open deal and a lost one',
    company: 'northwind',
    values: {
      firstname: 'Dieter',
      lastname: 'Krüger',
      email: 'd.krueger@northwind-logistics.example',
      jobtitle: 'Managing Director',
      lifecyclestage: 'opportunity',
      hs_buying_role: 'DECISION_MAKER',
    },
    events: [
      sent(90),
      answered(85),
      { kind: 'meeting', days: 60, outcome: 'COMPLETED', text: 'Wants fewer systems.' },
    ],
    age: 300,
  },
  withLead: {
    what: 'is the contact of a hot lead record (0-136)',
    company: 'twinworks',
    values: {
      firstname: 'Leticia',
      lastname: 'Barros',
      email: 'l.barros@twinworks.example',
      jobtitle: 'Head of Supply Chain',
      hs_lead_status: 'IN_PROGRESS',
    },
    events: [sent(19), answered(16)],
  },
  inbound: {
    what: 'called us, and a form before that; nobody reached out',
    company: 'harbourside',
    values: {
      firstname: 'Oluwaseun',
      lastname: 'Adeyemi',
      email: 'o.adeyemi@harbourside-foods.example',
      jobtitle: 'Head of Operations',
      hs_analytics_source: 'ORGANIC_SEARCH',
      hs_analytics_source_data_1: 'Unknown keywords (SSL)',
      hs_latest_source: 'ORGANIC_SEARCH',
    },
    events: [
      { kind: 'form', days: 12, name: 'Contact us' },
      { kind: 'call', days: 10, direction: 'INBOUND', outcome: 'connected', text: 'Asked for prices.' },
    ],
  },
  meetingHeld: {
    what: 'a meeting held last week, another one missed before',
    company: 'northwind',
    values: {
      firstname: 'Yuki',
      lastname: '中村',
      email: 'y.nakamura@northwind-logistics.example',
      jobtitle: 'VP Supply Chain',
    },
    events: [
      sent(50),
      { kind: 'meeting', days: 30, outcome: 'NO_SHOW' },
      { kind: 'meeting', days: 7, outcome: 'COMPLETED' },
    ],
  },
  bought: {
    what: 'a name from a bought list, never touched',
    company: 'harbourside',
    values: {
      firstname: 'Kwame',
      lastname: 'Boateng',
      email: 'k.boateng@harbourside-foods.example',
      jobtitle: 'Procurement Lead',
      hs_analytics_source_data_2: 'Bought list: food trade 2026',
    },
  },
  referral: {
    what: 'came by referral of a customer',
    company: 'northwind',
    values: {
      firstname: 'Saoirse',
      lastname: 'Byrne',
      email: 's.byrne@northwind-logistics.example',
      jobtitle: 'Head of Finance',
      hs_analytics_source: 'REFERRALS',
      hs_analytics_source_data_1: 'customer',
    },
    events: [{ kind: 'visit', days: 5 }],
  },
  optedOut: {
    what: 'has unsubscribed from all email',
    company: 'northwind',
    values: {
      firstname: 'Bram',
      lastname: 'de Vries',
      email: 'b.devries@northwind-logistics.example',
      jobtitle: 'Warehouse Supervisor',
      hs_email_optout: 'true',
    },
    events: [sent(70)],
  },
  busy: {
    what: 'a hundred and thirty calls: more engagements than one page or batch takes',
    company: 'harbourside',
    values: {
      firstname: 'Fernanda',
      lastname: 'Teixeira',
      email: 'f.teixeira@harbourside-foods.example',
      jobtitle: 'Chief Procurement Officer',
    },
    events: [...manyCalls, answered(9)],
    age: 400,
  },
  twoCompanies: {
    what: 'works for two companies; the first is the primary one',
    company: 'twinworks',
    secondCompany: 'northwind',
    values: {
      firstname: 'Nikos',
      lastname: 'Georgiou',
      email: 'nikos@twinworks.example',
      jobtitle: 'Advisor',
    },
    events: [sent(22), answered(20)],
  },
  subscriber: {
    what: 'a subscriber of the newsletter, nothing more',
    values: {
      firstname: 'Thảo',
      lastname: 'Nguyễn',
      email: 'thao@mail.example',
      lifecyclestage: 'subscriber',
      hs_analytics_source: 'EMAIL_MARKETING',
    },
    events: [
      { kind: 'form', days: 44, name: 'Newsletter: footer form' },
      { kind: 'open', days: 9 },
    ],
  },
  survivor: {
    what: 'another contact was merged into this one',
    company: 'harbourside',
    values: {
      firstname: 'Eleanor',
      lastname: 'Hughes',
      email: 'e.hughes@harbourside-foods.example',
      jobtitle: 'Operations Director',
    },
    events: [sent(26), answered(13)],
  },
  mergedAway: {
    what: 'was merged into survivor: its id answers with that one',
    values: { firstname: 'Ellie', lastname: 'Hughes', email: 'ellie.hughes@mail.example' },
  },
  archived: {
    what: 'has been deleted: 404',
    values: { firstname: 'Walter', lastname: 'Gone', email: 'walter.gone@mail.example' },
  },
  elsewhere: {
    what: 'lives in the other portal, with its own lifecycle stages',
    company: 'fjord',
    elsewhere: true,
    values: {
      firstname: 'Kari',
      lastname: 'Nordmann',
      email: 'kari@havnoglast.example',
      jobtitle: 'Daglig leder',
    },
    events: [sent(21), answered(12)],
  },
} satisfies Record<string, Role>;
