// Roles for the signals that the others don't have: messages, missed calls and meetings, and sources of each kind.
import { answered, type Role, sent } from './cast-role';

export const evidence = {
  messaged: {
    what: 'wrote to us by WhatsApp last week; nothing else came back',
    company: 'northwind',
    values: {
      firstname: 'Chiara',
      lastname: 'Colombo',
      email: 'c.colombo@northwind-logistics.example',
      jobtitle: 'Responsabile logistica',
    },
    events: [
      sent(30),
      {
        kind: 'message',
        days: 6,
        channel: 'WHATS_APP',
        direction: 'INBOUND',
        text: 'Can you call me on Friday?',
      },
    ],
  },
  textedOnly: {
    what: 'a text message stands in the CRM, and it does not say who wrote it',
    company: 'harbourside',
    values: {
      firstname: 'Dafydd',
      lastname: 'Pritchard',
      email: 'd.pritchard@harbourside-foods.example',
      jobtitle: 'Fleet Manager',
    },
    events: [{ kind: 'message', days: 4, channel: 'SMS', text: 'Thursday at ten?' }],
  },
  oneWay: {
    what: 'three calls that reached nobody and a meeting that was missed: one-way only',
    company: 'northwind',
    values: {
      firstname: 'Ingrid',
      lastname: 'Solheim',
      email: 'i.solheim@northwind-logistics.example',
      jobtitle: 'Geschäftsführerin',
    },
    events: [
      sent(33),
      { kind: 'call', days: 28, direction: 'OUTBOUND', outcome: 'noAnswer' },
      { kind: 'call', days: 21, direction: 'OUTBOUND', outcome: 'busy' },
      { kind: 'call', days: 11, direction: 'OUTBOUND', outcome: 'voicemail', text: 'Left a message.' },
      { kind: 'meeting', days: 3, outcome: 'NO_SHOW' },
    ],
  },
  soughtSales: {
    what: 'downloaded a guide, then asked for a demo: sales-ready, by two forms',
    company: 'harbourside',
    values: {
      firstname: 'Lukas',
      lastname: 'Weber',
      email: 'l.weber@harbourside-foods.example',
      jobtitle: 'Inhaber',
      hs_analytics_source: 'ORGANIC_SEARCH',
      hs_analytics_source_data_1: 'Unknown keywords (SSL)',
    },
    events: [
      { kind: 'form', days: 40, name: 'Guide to route planning: download' },
      { kind: 'form', days: 8, name: 'Book a demo: web form' },
    ],
  },
  subscribedLead: {
    what: 'bought from a lead subscription service',
    company: 'northwind',
    values: {
      firstname: 'Amina',
      lastname: 'Diallo',
      email: 'a.diallo@northwind-logistics.example',
      jobtitle: 'Directrice générale',
      hs_analytics_source_data_2: 'Lead subscription: carriers north',
    },
  },
  oddSource: {
    what: 'came from a source that is in no table: shown in its own words, not guessed',
    company: 'harbourside',
    values: {
      firstname: 'Tomasz',
      lastname: 'Wójcik',
      email: 't.wojcik@harbourside-foods.example',
      jobtitle: 'Buyer',
      hs_analytics_source_data_1: 'INTEGRATION',
      hs_analytics_source_data_2: '25200',
    },
    events: [sent(14), answered(10)],
  },
} satisfies Record<string, Role>;
