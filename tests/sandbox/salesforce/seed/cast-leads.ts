// The values of the leads that only Salesforce's cast has.
import type { Values } from '../model';

const carrier = {
  Country: 'Germany',
  Industry: 'Logistics and Supply Chain',
  NumberOfEmployees: 240,
  AnnualRevenue: 38_000_000,
};
const person = (
  FirstName: string,
  LastName: string,
  Title: string,
  Company: string,
  Email: string,
): Values => ({
  ...{ FirstName, LastName, Title, Company, Email },
});

type LeadName =
  | 'queueLead'
  | 'partnerLead'
  | 'knownByName'
  | 'knownByDomain'
  | 'converted'
  | 'duplicate'
  | 'uatLead';

export const castLeads: Record<LeadName, Values> = {
  queueLead: {
    ...person(
      'Quentin',
      'Alvarado',
      'Head of Operations',
      'Saltmarsh Haulage',
      'q.alvarado@saltmarsh.example',
    ),
    ...carrier,
    Website: 'https://saltmarsh.example',
  },
  partnerLead: {
    ...person('Petra', 'Novotná', 'Partner Manager', 'Bohemia Route', 'petra@bohemia-route.example'),
    ...carrier,
  },
  knownByName: {
    ...person('Rupert', 'Vance', 'Buyer', 'harbourside foods group', 'r.vance@mail.example'),
    Country: 'United Kingdom',
  },
  knownByDomain: {
    ...person('Isla', 'Kerr', 'Plant Director', 'HFG Bristol', 'i.kerr@harbourside-foods.example'),
    Website: 'www.harbourside-foods.example',
    Country: 'United Kingdom',
  },
  converted: {
    ...person('Cora', 'Whitfield', 'CFO', 'Harbourside Foods Group', 'c.whitfield@harbourside-foods.example'),
    Country: 'United Kingdom',
  },
  duplicate: { ...person('D.', 'Krueger', 'MD', 'Northwind', ''), Country: 'Germany' },
  uatLead: {
    ...person('Uma', 'Testa', 'Chief Operating Officer', 'Test Freight', 'uma@test-freight.example'),
    Country: 'Italy',
  },
};
