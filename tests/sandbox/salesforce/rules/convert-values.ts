// What a lead's values become in the account, contact and opportunity that it is converted into.
import type { Values } from '../model';
import type { Scene } from '../world';

const copied = (values: Values, names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).map(([to, from]) => [to, values[from] ?? null]));

export const accountFrom = (lead: Values, OwnerId: string) => ({
  ...copied(lead, { Name: 'Company', Phone: 'Phone', Website: 'Website', Industry: 'Industry' }),
  ...copied(lead, {
    NumberOfEmployees: 'NumberOfEmployees',
    AnnualRevenue: 'AnnualRevenue',
    Rating: 'Rating',
  }),
  ...copied(lead, { BillingStreet: 'Street', BillingCity: 'City', BillingState: 'State' }),
  ...copied(lead, { BillingPostalCode: 'PostalCode', BillingCountry: 'Country' }),
  OwnerId,
});
export const contactFrom = (lead: Values, OwnerId: string): Values => ({
  ...copied(lead, { FirstName: 'FirstName', LastName: 'LastName', Salutation: 'Salutation', Title: 'Title' }),
  ...copied(lead, { Email: 'Email', Phone: 'Phone', MobilePhone: 'MobilePhone', LeadSource: 'LeadSource' }),
  ...copied(lead, {
    MailingStreet: 'Street',
    MailingCity: 'City',
    MailingState: 'State',
    MailingCountry: 'Country',
  }),
  ...copied(lead, { MailingPostalCode: 'PostalCode', Description: 'Description' }),
  ...copied(lead, { HasOptedOutOfEmail: 'HasOptedOutOfEmail', DoNotCall: 'DoNotCall' }),
  ...copied(lead, {
    Qualification_Stage__c: 'Qualification_Stage__c',
    Favourite_Topic__c: 'Favourite_Topic__c',
  }),
  OwnerId,
});

/** The opportunity closes at the end of the quarter and starts in the first stage. */
export function dealFrom(scene: Scene, lead: Values, AccountId: string, OwnerId: string, Name: string) {
  const now = scene.world.clock();
  const end = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + 3, 0));
  const CloseDate = end.toISOString().slice(0, 10);
  return {
    Name: Name.slice(0, 120),
    AccountId,
    OwnerId,
    StageName: 'Prospecting',
    CloseDate,
    LeadSource: lead.LeadSource ?? null,
  };
}
