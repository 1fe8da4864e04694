// Seeds both orgs from HubSpot's seed: the same people, companies and signals, so that both CRMs tell the same of them.
import { random } from '../../common/random';
import type { People as HubSpotPeople } from '../../hubspot/cast';
import { type CrmRecord, valueIn } from '../../hubspot/model';
import { PORTAL } from '../../hubspot/seed/places';
import { seedPortals } from '../../hubspot/seed/portals';
import { Store as HubSpotStore, type PortalState } from '../../hubspot/store';
import { acme, uat } from '../hosts';
import type { SfRecord } from '../model';
import { OrgState, type Store } from '../store';
import { Builder } from './builder';
import { type Cast, castPeople } from './cast';
import { contactsByName } from './cast-roles';
import { sell } from './deals';
import { relive } from './engagements';
import { setUp, type Team } from './setup';
import { accountValues, differences, leadCompany, leadStatus, personValues } from './values';

/** The same person in both CRMs. `differs`: what HubSpot tells of them and Salesforce has no place for. */
export type Pair = {
  hubspotId: string;
  salesforceId: string;
  object: 'Lead' | 'Contact';
  name: string;
  differs: string[];
};
export type Seeded = { people: Cast; pairs: Pair[] };

export function seedOrgs(store: Store, seed: number, now: Date): Seeded {
  const hubspot = new HubSpotStore();
  const names = seedPortals(hubspot, random(seed), now);
  const portal = hubspot.portal(PORTAL);
  for (const info of [acme, uat]) store.orgs.set(info.name, new OrgState(info));

  const builder = new Builder(store, store.org('acme'), now);
  const team = setUp(builder, portal.owners);
  const ids = new Map<string, string>();
  for (const company of portal.all('companies').filter((item) => employs(portal, item, names))) {
    const account = builder.add(
      'Account',
      { ...accountValues(company), OwnerId: userOf(team, company, builder) },
      company.createdAt,
    );
    ids.set(company.id, account.id);
  }
  const living = portal.all('contacts').filter((person) => !person.mergedInto);
  const made = living.map((from) => ({ from, to: addPerson(builder, portal, from, team, ids, names) }));
  sell(builder, portal, ids, (deal) => userOf(team, deal, builder));

  const pairs = made
    .filter(({ from }) => !from.archivedAt)
    .map(({ from, to }): Pair => {
      const hasRole = builder.org
        .all('OpportunityContactRole')
        .some((role) => role.values.ContactId === to.id);
      return {
        hubspotId: from.id,
        salesforceId: to.id,
        object: to.type === 'Lead' ? 'Lead' : 'Contact',
        name: String(to.values.Name),
        differs: differences(from, portal.linked(from, 'meetings'), hasRole, now),
      };
    });

  const small = new Builder(store, store.org('uat'), now);
  setUp(small, portal.owners.slice(0, 3));
  return { people: castPeople({ builder, small, team, ids, names }), pairs };
}

/** Companies whose people are all leads have no account yet. */
function employs(portal: PortalState, company: CrmRecord, names: HubSpotPeople): boolean {
  const people = portal.linked(company, 'contacts');
  return people.length === 0 || people.some((person) => isContact(portal, person, names));
}

function isContact(portal: PortalState, person: CrmRecord, names: HubSpotPeople): boolean {
  if (portal.linked(person, 'deals').length > 0) return true;
  const role = Object.entries(names).find(([, one]) => 'id' in one && one.id === person.id)?.[0];
  if (role) return contactsByName.includes(role) && valueIn(person, 'associatedcompanyid') !== '';
  if (['opportunity', 'customer'].includes(valueIn(person, 'lifecyclestage'))) return true;
  return valueIn(person, 'associatedcompanyid') !== '' && BigInt(person.id) % 3n === 0n;
}

function addPerson(
  builder: Builder,
  portal: PortalState,
  from: CrmRecord,
  team: Team,
  ids: Map<string, string>,
  names: HubSpotPeople,
): SfRecord {
  const owner = userOf(team, from, builder);
  const company = portal.find('companies', valueIn(from, 'associatedcompanyid'));
  const values = { ...personValues(from), OwnerId: owner };
  let person: SfRecord;
  if (isContact(portal, from, names)) {
    const AccountId = (company && ids.get(company.id)) ?? null;
    const place = {
      MailingCity: valueIn(from, 'city') || null,
      MailingCountry: valueIn(from, 'country') || null,
    };
    person = builder.add('Contact', { ...values, ...place, AccountId }, from.createdAt);
  } else {
    const Status = leadStatus(from);
    const [hot] = portal.linked(from, 'leads');
    const RecordTypeId =
      builder.org.all('RecordType').find((type) => type.values.DeveloperName === 'Inbound')?.id ?? null;
    const Rating = hot ? capital(valueIn(hot, 'hs_lead_label')) : null;
    person = builder.add(
      'Lead',
      { ...values, ...leadCompany(company, from), Status, Rating, RecordTypeId },
      from.createdAt,
    );
    const at = new Date((Date.parse(from.createdAt) + builder.now.getTime()) / 2).toISOString();
    if (Status !== 'Open - Not Contacted')
      builder.add(
        'LeadHistory',
        {
          LeadId: person.id,
          Field: 'Status',
          OldValue: 'Open - Not Contacted',
          NewValue: Status,
          DataType: 'Text',
        },
        at,
      );
  }
  ids.set(from.id, person.id);
  relive(builder, portal, from, person, owner);
  return person;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

function userOf(team: Team, record: CrmRecord, builder: Builder): string {
  return team.byOwner.get(valueIn(record, 'hubspot_owner_id')) ?? builder.author;
}
