// The named records that tests and the demo use: HubSpot's cast, and those that only Salesforce can have.
import type { CastName, People as HubSpotPeople } from '../../hubspot/cast';
import type { ObjectName, SfRecord, Values } from '../model';
import type { Builder } from './builder';
import { mail } from './engagements';
import type { Team } from './setup';

export type Person = { id: string; object: ObjectName; name: string; what: string; url: string };
/** HubSpot's people who are leads here; the others, if they have a company, are contacts. */
export const leadsByName: string[] = [
  'ann',
  'noReply',
  'stale',
  'bought',
  'optedOut',
  'subscriber',
  'placeholders',
  'html',
  'longTitle',
  'emoji',
  'noName',
  'noEmail',
  'noCompany',
  'bare',
  'unqualified',
  'badTiming',
  'twinA',
  'withLead',
  'survivor',
  'archived',
];
type Shared = Exclude<CastName, 'elsewhere' | 'mergedAway'>;
const own = {
  queueLead: 'a lead that a queue owns: converting it needs an owner',
  partnerLead: 'a lead of a record type with fewer statuses',
  knownByName: 'a lead whose company is an account of the same name',
  knownByDomain: 'a lead whose company is an account under another name, with the same website',
  converted: 'a lead that has been converted',
  convertedContact: 'the contact that the converted lead became',
  duplicate: 'a lead with the email address of a contact',
  buyer: 'a contact with an open opportunity, as its primary decision maker',
  lonely: 'a contact without an account',
  account: 'an account with several contacts',
  emptyAccount: 'an account without contacts',
  opportunity: 'an open opportunity with a primary contact',
  closedOpportunity: 'a lost opportunity',
  renewal: 'an opportunity of a record type with fewer stages',
  roleless: 'an opportunity without any contact',
  task: 'a completed call of the clean lead',
  uatLead: 'a lead in the sandbox org',
} as const;
type Own = keyof typeof own;
/** `deal` is HubSpot's word for `opportunity`; the person whom HubSpot calls so is `claire` here. */
export type Cast = Record<Exclude<Shared, 'opportunity'> | 'claire' | Own, Person>;

type Parts = {
  builder: Builder;
  small: Builder;
  team: Team;
  testers: Team;
  ids: Map<string, string>;
  names: HubSpotPeople;
};

export function castPeople({ builder, small, team, testers, ids, names }: Parts): Cast {
  const { org } = builder;
  const user = [...team.byOwner.values()][0] ?? '';
  const at = builder.ago(90);
  const type = (name: string) =>
    org.all('RecordType').find((one) => one.values.DeveloperName === name)?.id ?? null;
  const lead = (values: Values, to = builder): SfRecord => {
    const usual = {
      OwnerId: to === small ? ([...testers.byOwner.values()][0] ?? '') : user,
      RecordTypeId: to === small ? null : type('Inbound'),
    };
    return to.add(
      'Lead',
      { ...usual, Status: 'Open - Not Contacted', LeadSource: 'Web', ...values },
      to.ago(90),
    );
  };
  const talked = (record: SfRecord) =>
    mail(
      builder,
      record,
      user,
      builder.ago(11),
      true,
      { Subject: 'Re: Your sites', TextBody: 'Yes, call me.' },
      null,
    );
  const northwind = {
    Country: 'Germany',
    Industry: 'Logistics and Supply Chain',
    NumberOfEmployees: 240,
    AnnualRevenue: 38_000_000,
  };
  const found = (name: string, of: ObjectName) => org.all(of).find((one) => one.values.Name === name);

  const known = found('Harbourside Foods Group', 'Account');
  const queueLead = lead({
    ...northwind,
    FirstName: 'Quentin',
    LastName: 'Alvarado',
    Title: 'Head of Operations',
    Company: 'Saltmarsh Haulage',
    Website: 'https://saltmarsh.example',
    Email: 'q.alvarado@saltmarsh.example',
    OwnerId: team.queue,
  });
  const partnerLead = lead({
    ...northwind,
    FirstName: 'Petra',
    LastName: 'Novotná',
    Title: 'Partner Manager',
    Company: 'Bohemia Route',
    Email: 'petra@bohemia-route.example',
    RecordTypeId: type('Partner'),
  });
  const knownByName = lead({
    FirstName: 'Rupert',
    LastName: 'Vance',
    Title: 'Buyer',
    Company: 'harbourside foods group',
    Email: 'r.vance@mail.example',
    Country: 'United Kingdom',
  });
  const knownByDomain = lead({
    FirstName: 'Isla',
    LastName: 'Kerr',
    Title: 'Plant Director',
    Company: 'HFG Bristol',
    Website: 'www.harbourside-foods.example',
    Email: 'i.kerr@harbourside-foods.example',
    Country: 'United Kingdom',
  });
  for (const one of [queueLead, partnerLead, knownByName, knownByDomain]) talked(one);

  const becoming = lead({
    ...northwind,
    FirstName: 'Cora',
    LastName: 'Whitfield',
    Title: 'CFO',
    Company: 'Harbourside Foods Group',
    Email: 'c.whitfield@harbourside-foods.example',
  });
  const convertedContact = builder.add(
    'Contact',
    {
      FirstName: 'Cora',
      LastName: 'Whitfield',
      Title: 'CFO',
      AccountId: known?.id ?? null,
      OwnerId: user,
      Email: 'c.whitfield@harbourside-foods.example',
    },
    builder.ago(30),
  );
  const converted = builder.set(
    becoming,
    {
      Status: 'Closed - Converted',
      IsConverted: true,
      ConvertedDate: builder.ago(30).slice(0, 10),
      ConvertedAccountId: known?.id ?? null,
      ConvertedContactId: convertedContact.id,
    },
    builder.ago(30),
  );

  const record = (object: ObjectName, id: string | undefined): SfRecord => {
    const one = id ? org.find(object, id) : null;
    if (!one) throw new Error(`The seed has no ${object} for its cast.`);
    return one;
  };
  const buyer = record('Contact', ids.get(names.withDeal.id));
  const duplicate = lead({
    FirstName: 'D.',
    LastName: 'Krueger',
    Company: 'Northwind',
    Email: String(buyer.values.Email),
    Title: 'MD',
  });
  const lonely = builder.add(
    'Contact',
    { FirstName: 'Noor', LastName: 'Bakker', Title: 'Consultant', Email: 'noor@mail.example', OwnerId: user },
    at,
  );
  const account = record('Account', String(buyer.values.AccountId));
  const deal = (values: Values) =>
    builder.add(
      'Opportunity',
      {
        AccountId: account.id,
        OwnerId: user,
        StageName: 'Qualification',
        CloseDate: builder.ago(-40).slice(0, 10),
        RecordTypeId: type('New_Business'),
        ...values,
      },
      at,
    );
  const renewal = deal({ Name: 'Northwind – renewal 2027', RecordTypeId: type('Renewal'), Amount: 18_000 });
  builder.add(
    'OpportunityContactRole',
    { OpportunityId: renewal.id, ContactId: buyer.id, Role: 'Economic Buyer', IsPrimary: true },
    at,
  );
  builder.set(renewal, { ContactId: buyer.id });
  const roleless = deal({ Name: 'Northwind – nobody yet', Amount: 4000 });

  const uatLead = lead(
    {
      FirstName: 'Uma',
      LastName: 'Testa',
      Title: 'Chief Operating Officer',
      Company: 'Test Freight',
      Email: 'uma@test-freight.example',
      Country: 'Italy',
    },
    small,
  );
  const ann = record('Lead', ids.get(names.ann.id));
  const call = org
    .all('Task')
    .find((task) => task.values.WhoId === ann.id && task.values.TaskSubtype === 'Call');
  const archived = record('Lead', ids.get(names.archived.id));
  builder.put({ ...archived, deleted: true, values: { ...archived.values, IsDeleted: true } });

  const mine: Record<Own, SfRecord | undefined> = {
    ...{
      queueLead,
      partnerLead,
      knownByName,
      knownByDomain,
      converted,
      convertedContact,
      duplicate,
      buyer,
      lonely,
    },
    ...{ account, renewal, roleless, uatLead, task: call, emptyAccount: found('Quiet Holdings', 'Account') },
    opportunity: record('Opportunity', ids.get(names.records.deal)),
    closedOpportunity: record('Opportunity', ids.get(names.records.closedDeal)),
  };
  const ownPerson = (name: Own): Person => shown(mine[name], own[name]);
  const shared = (name: Shared): Person => {
    const id = ids.get(names[name].id) ?? '';
    return shown(org.findAny(['Lead', 'Contact'], id) ?? undefined, names[name].what);
  };
  return {
    ...{
      queueLead: ownPerson('queueLead'),
      partnerLead: ownPerson('partnerLead'),
      knownByName: ownPerson('knownByName'),
    },
    ...{
      knownByDomain: ownPerson('knownByDomain'),
      converted: ownPerson('converted'),
      duplicate: ownPerson('duplicate'),
    },
    ...{
      convertedContact: ownPerson('convertedContact'),
      buyer: ownPerson('buyer'),
      lonely: ownPerson('lonely'),
    },
    ...{
      account: ownPerson('account'),
      emptyAccount: ownPerson('emptyAccount'),
      opportunity: ownPerson('opportunity'),
    },
    ...{
      closedOpportunity: ownPerson('closedOpportunity'),
      renewal: ownPerson('renewal'),
      roleless: ownPerson('roleless'),
    },
    ...{ task: ownPerson('task'), uatLead: ownPerson('uatLead') },
    ...{ ann: shared('ann'), noReply: shared('noReply'), stale: shared('stale'), future: shared('future') },
    ...{
      inbound: shared('inbound'),
      meetingHeld: shared('meetingHeld'),
      bought: shared('bought'),
      referral: shared('referral'),
    },
    ...{
      optedOut: shared('optedOut'),
      busy: shared('busy'),
      twoCompanies: shared('twoCompanies'),
      subscriber: shared('subscriber'),
    },
    ...{
      placeholders: shared('placeholders'),
      html: shared('html'),
      longTitle: shared('longTitle'),
      emoji: shared('emoji'),
    },
    ...{
      rtl: shared('rtl'),
      noName: shared('noName'),
      noEmail: shared('noEmail'),
      noCompany: shared('noCompany'),
      bare: shared('bare'),
    },
    ...{
      customer: shared('customer'),
      claire: shared('opportunity'),
      unqualified: shared('unqualified'),
      badTiming: shared('badTiming'),
    },
    ...{
      twinA: shared('twinA'),
      twinB: shared('twinB'),
      withDeal: shared('withDeal'),
      withLead: shared('withLead'),
    },
    ...{ survivor: shared('survivor'), archived: shared('archived') },
  };

  function shown(one: SfRecord | undefined, what: string): Person {
    if (!one) throw new Error(`The seed lacks what it calls: ${what}.`);
    const host = (one.org === 'uat' ? small : builder).org.info.lightning;
    const { Name = null, Subject = null } = one.values;
    return {
      id: one.id,
      object: one.type,
      name: String(Name ?? Subject ?? ''),
      what,
      url: `https://${host}/lightning/r/${one.type}/${one.id}/view`,
    };
  }
}
