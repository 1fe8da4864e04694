// Roles that differ in their stage, deals and companions.
import { answered, type Role, sent } from './cast-role';

export const stages = {
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
} satisfies Record<string, Role>;
