// Roles whose fields are messy, odd or empty.
import { answered, type Role, sent } from './cast-role';

const markup = '<script>window.__harm=1</script><img src=x onerror="window.__harm=1">';
export const messy = {
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
} satisfies Record<string, Role>;
