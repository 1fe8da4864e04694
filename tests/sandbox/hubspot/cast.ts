// The named contacts that tests and the demo use, each with what is special about them.
import type { CrmRecord } from './model';
import { valueIn } from './model';
import type { Builder } from './seed/builder';
import { type CastCompanies, castCompanies } from './seed/cast-companies';
import { castDeals } from './seed/cast-deals';
import { type Role, roles } from './seed/cast-roles';
import { withoutGaps } from './seed/crowd';
import { OTHER_PORTAL, PORTAL } from './seed/places';

/** Where to find one of the cast: the id in its portal, and the contact page's address. */
export type Person = {
  id: string;
  portal: string;
  name: string;
  what: string;
  url: string;
  companyId: string | null;
};
export type CastName = keyof typeof roles;
export type People = Record<CastName, Person> & {
  /** Records of other types that tests open. */
  records: { company: string; emptyCompany: string; deal: string; closedDeal: string; lead: string };
};

/** Adds the cast to both portals. */
export function castPeople(main: Builder, other: Builder, owners: string[], otherOwners: string[]): People {
  const companies = castCompanies(main, other);
  const play = (role: Role) => {
    const builder = role.elsewhere ? other : main;
    return {
      role,
      record: person(builder, role, companies, (role.elsewhere ? otherOwners : owners)[0] ?? ''),
    };
  };
  const cast = mapValues(roles, play);
  const records = castDeals(main, cast.withDeal.record, cast.withLead.record, companies.northwind);

  main.put({ ...fresh(main, cast.archived.record), archivedAt: main.ago(3) });
  const survivor = fresh(main, cast.survivor.record);
  main.put({ ...fresh(main, cast.mergedAway.record), mergedInto: survivor.id });
  main.set(survivor, { hs_merged_object_ids: cast.mergedAway.record.id }, main.ago(5), 'MERGE_OBJECTS');

  const shown = mapValues(cast, ({ role, record }): Person => {
    const portal = role.elsewhere ? OTHER_PORTAL : PORTAL;
    return {
      id: record.id,
      portal,
      name: [role.values.firstname, role.values.lastname].filter(Boolean).join(' '),
      what: role.what,
      url: `https://${role.elsewhere ? 'app-eu1' : 'app'}.hubspot.com/contacts/${portal}/record/0-1/${record.id}`,
      companyId: role.company ? companies[role.company].id : null,
    };
  });
  return {
    ...shown,
    records: { ...records, company: companies.northwind.id, emptyCompany: companies.empty.id },
  };
}

function person(builder: Builder, role: Role, companies: CastCompanies, owner: string): CrmRecord {
  const age = role.age ?? 120;
  const { lifecyclestage = 'lead', ...values } = role.values;
  const created = withoutGaps({
    hubspot_owner_id: owner,
    hs_analytics_source: 'OFFLINE',
    hs_analytics_source_data_1: 'IMPORT',
    company: role.company ? valueIn(companies[role.company], 'name') : '',
    ...values,
    lifecyclestage: lifecyclestage === '' ? '' : 'lead',
  });
  let record = builder.add('contacts', created, age);
  if (role.company) record = builder.employ(record, companies[role.company]);
  if (role.secondCompany) builder.link(record, companies[role.secondCompany], 279);
  const name = [values.firstname, values.lastname].filter(Boolean).join(' ') || 'contact';
  record = builder.live(record, role.events ?? [], owner, name);
  if (lifecyclestage !== '' && lifecyclestage !== 'lead') {
    record = builder.set(record, { lifecyclestage }, builder.ago(Math.min(20, age / 2)), 'CRM_UI');
  }
  return builder.set(
    record,
    role.rollUps?.(builder.now) ?? {},
    builder.ago(Math.min(2, age / 2)),
    'CALCULATED',
  );
}

/** The record as the store has it now, after links and deals have changed it. */
function fresh(builder: Builder, record: CrmRecord): CrmRecord {
  return builder.store.portal(builder.portal).find('contacts', record.id) ?? record;
}

function mapValues<A, B>(roles: Record<CastName, A>, change: (value: A) => B): Record<CastName, B>;
function mapValues<A, B>(values: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
