// Adds the records that only Salesforce's cast has: queues, record types, conversions, roles.
import type { People as HubSpotPeople } from '../../hubspot/cast';
import type { ObjectName, SfRecord, Values } from '../model';
import type { Builder } from './builder';
import { castLeads } from './cast-leads';
import type { Own } from './cast-roles';
import { mail } from './engagements';
import type { Team } from './setup';

export type Parts = {
  builder: Builder;
  /** The sandbox org's. */
  small: Builder;
  team: Team;
  /** Salesforce's ids by HubSpot's. */
  ids: Map<string, string>;
  names: HubSpotPeople;
};

export function ownCast({ builder, small, team, ids, names }: Parts): Record<Own, SfRecord> {
  const { org, author: user } = builder;
  const type = (name: string) =>
    org.all('RecordType').find((one) => one.values.DeveloperName === name)?.id ?? null;
  const must = (one: SfRecord | null | undefined): SfRecord => {
    if (!one) throw new Error('The seed lacks a record of its cast.');
    return one;
  };
  const named = (name: string) => must(org.all('Account').find((one) => one.values.Name === name));
  const from = (object: ObjectName, id: string) => must(org.find(object, ids.get(id) ?? ''));
  const lead = (name: keyof typeof castLeads, more: Values = {}): SfRecord => {
    const usual = { OwnerId: user, RecordTypeId: type('Inbound'), LeadSource: 'Web' };
    return builder.add('Lead', { ...usual, ...castLeads[name], ...more }, builder.ago(90));
  };

  const buyer = from('Contact', names.withDeal.id);
  const account = from('Account', names.records.company);
  const open = {
    queueLead: lead('queueLead', { OwnerId: team.queue }),
    partnerLead: lead('partnerLead', { RecordTypeId: type('Partner') }),
    knownByName: lead('knownByName'),
    knownByDomain: lead('knownByDomain'),
  };
  const words = { Subject: 'Re: Your sites', TextBody: 'Yes, call me.' };
  for (const one of Object.values(open)) mail(builder, one, user, builder.ago(11), true, words, null);

  const { Company: _, Country: __, ...cora } = castLeads.converted;
  const ofCora = { ...cora, AccountId: named('Harbourside Foods Group').id, OwnerId: user };
  const convertedContact = builder.add('Contact', ofCora, builder.ago(30));
  const converted = builder.set(
    lead('converted'),
    {
      Status: 'Closed - Converted',
      IsConverted: true,
      ConvertedDate: builder.ago(30).slice(0, 10),
      ConvertedAccountId: ofCora.AccountId,
      ConvertedContactId: convertedContact.id,
    },
    builder.ago(30),
  );

  const deal = (Name: string, more: Values = {}) => {
    const usual = { StageName: 'Qualification', CloseDate: builder.ago(-40).slice(0, 10), OwnerId: user };
    const values = { ...usual, Name, AccountId: account.id, RecordTypeId: type('New_Business'), ...more };
    return builder.add('Opportunity', values, builder.ago(90));
  };
  const renewal = deal('Northwind – renewal 2027', { RecordTypeId: type('Renewal'), ContactId: buyer.id });
  const role = { OpportunityId: renewal.id, ContactId: buyer.id, Role: 'Economic Buyer', IsPrimary: true };
  builder.add('OpportunityContactRole', role, builder.ago(90));

  const ann = from('Lead', names.ann.id);
  const isCall = ({ values }: SfRecord) => values.WhoId === ann.id && values.TaskSubtype === 'Call';
  const noor = { FirstName: 'Noor', LastName: 'Bakker', Title: 'Consultant', Email: 'noor@mail.example' };
  return {
    ...open,
    converted,
    convertedContact,
    duplicate: lead('duplicate', { Email: buyer.values.Email ?? null }),
    buyer,
    lonely: builder.add('Contact', { ...noor, OwnerId: user }, builder.ago(90)),
    account,
    emptyAccount: named('Quiet Holdings'),
    opportunity: from('Opportunity', names.records.deal),
    closedOpportunity: from('Opportunity', names.records.closedDeal),
    renewal,
    roleless: deal('Northwind – nobody yet'),
    task: must(org.all('Task').find(isCall)),
    uatLead: small.add('Lead', { ...castLeads.uatLead, OwnerId: small.author }, small.ago(90)),
  };
}
