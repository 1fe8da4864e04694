// Roles that differ in what has happened between them and the team.
import { answered, type Role, sent } from './cast-role';
import { type Event, timeAgo } from './events';

const manyCalls = Array.from(
  { length: 130 },
  (_, index): Event => ({
    kind: 'call',
    days: 3 + index * 2,
    direction: 'OUTBOUND',
    outcome: index === 4 ? 'connected' : 'noAnswer',
  }),
  // Oldest first: HubSpot's ids rise with time.
).reverse();

export const signals = {
  ann: {
    what: 'a clean lead at a fitting company: a reply 13 days ago and a C-level title; the main job',
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
      answered(13),
      { kind: 'click', days: 12 },
      { kind: 'note', days: 11, text: 'Runs dispatch for three depots. Knows our customer in Bremen.' },
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
} satisfies Record<string, Role>;
