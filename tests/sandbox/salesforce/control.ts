// What tests hold in their hands: look at records, change them as another person would, arm faults, read the log.
import type { Fault, Faults } from '../common/faults';
import type { LoggedRequest, RequestLog } from '../common/log';
import type { Grant } from './change';
import type { Grants } from './grants';
import { acme, regional, uat } from './hosts';
import { to18 } from './ids';
import type { ObjectName, OrgName, SfRecord, Value, Values } from './model';
import { type Conversion, convert } from './rules/convert';
import { merge } from './rules/merge';
import { remove } from './rules/remove';
import { create, update } from './rules/write';
import { objectOf } from './schema/objects';
import type { Seeded } from './seed/seed';
import { defaultSettings, type Settings } from './settings';
import { askedOf, forgetAsked } from './soql/asked';
import { runQuery } from './soql/run';
import type { Scene, World } from './world';

export type RecordView = {
  id: string;
  object: ObjectName;
  values: Record<string, Value>;
  deleted: boolean;
  url: string;
};
export type SalesforceSandbox = ReturnType<typeof control>;

export function control(
  world: World,
  log: RequestLog,
  faults: Faults,
  grants: Grants,
  { people, pairs }: Seeded,
  busyPages: (percent: number, churn?: boolean) => void,
) {
  const userNamed = (org: OrgName, alias: string) => {
    const user = world.store
      .org(org)
      .all('User')
      .find((item) => item.values.Alias === alias);
    if (!user) throw new Error(`The sandbox org ${org} has no user ${alias}.`);
    return user.id;
  };
  const scene = (org: OrgName, alias = 'marcus'): Scene => ({
    world,
    org: world.store.org(org),
    settings: world.settings[org],
    user: userNamed(org, alias),
  });
  const must = (object: ObjectName, id: string, org: OrgName): SfRecord => {
    const record = world.store.org(org).find(object, id);
    if (!record) throw new Error(`The sandbox has no ${object} ${id} in ${org}.`);
    return record;
  };
  const recordUrl = (object: ObjectName, id: string, org: OrgName = 'acme') =>
    `https://${world.store.org(org).info.lightning}/lightning/r/${object}/${to18(id) ?? id}/view`;
  const view = ({ id, type, deleted, values, org }: SfRecord): RecordView => ({
    id,
    object: type,
    deleted,
    url: recordUrl(type, id, org === 'uat' ? 'uat' : 'acme'),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  });
  const where = (object: ObjectName, field: string, id: string, org: OrgName) =>
    world.store
      .org(org)
      .all(object)
      .filter((record) => record.values[field] === to18(id))
      .sort((a, b) => (String(a.values.CreatedDate) < String(b.values.CreatedDate) ? 1 : -1))
      .map(view);

  return {
    /** regional: the first org by hosts with a region in them. */
    orgs: { acme, uat, regional },
    /** Access tokens by name, the client id of the app, and everybody's password: made at start. */
    tokens: grants.values,
    clientId: grants.clientId,
    password: grants.password,
    /** Every grant so far: the sessions of browsers and the tokens of apps. */
    grants: (): readonly Grant[] => grants.all(),
    /** Ends an access token or a session, as time does. */
    expire: (access: string) => {
      const grant = grants.find(access);
      if (grant) grants.keep({ ...grant, state: 'expired' });
    },
    /** Takes the app's consent back, with all tokens of it. */
    revoke: (access: string) => grants.revokeFamily(grants.find(access)?.family ?? ''),
    user: (alias: string, org: OrgName = 'acme') => view(must('User', userNamed(org, alias), org)),
    people,
    /** The same people in HubSpot and here. */
    pairs,
    settings: world.settings.acme,
    settingsOf: (org: OrgName): Settings => world.settings[org],
    resetSettings: () => {
      for (const name of ['acme', 'uat'] as const) Object.assign(world.settings[name], defaultSettings());
    },
    now: world.clock,
    recordUrl,

    record: (object: ObjectName, id: string, org: OrgName = 'acme'): RecordView | null => {
      const record = world.store.org(org).find(object, id);
      return record && view(record);
    },
    lead: (id: string, org: OrgName = 'acme') => view(must('Lead', id, org)),
    contact: (id: string, org: OrgName = 'acme') => view(must('Contact', id, org)),
    opportunity: (id: string, org: OrgName = 'acme') => view(must('Opportunity', id, org)),
    account: (id: string, org: OrgName = 'acme') => view(must('Account', id, org)),
    all: (object: ObjectName, org: OrgName = 'acme'): RecordView[] =>
      world.store.org(org).all(object).map(view),
    tasks: (who: string, org: OrgName = 'acme') => where('Task', 'WhoId', who, org),
    tasksAbout: (what: string, org: OrgName = 'acme') => where('Task', 'WhatId', what, org),
    roles: (opportunity: string, org: OrgName = 'acme') =>
      where('OpportunityContactRole', 'OpportunityId', opportunity, org),
    opportunities: (account: string, org: OrgName = 'acme') =>
      where('Opportunity', 'AccountId', account, org),
    history: (object: 'Lead' | 'Contact' | 'Account' | 'Opportunity', id: string, org: OrgName = 'acme') => {
      const { history } = objectOf(object);
      return history ? where(history.type, history.field, id, org) : [];
    },
    /** A query as the person sees it, without the API. */
    query: (soql: string, org: OrgName = 'acme', alias = 'lena') => runQuery(scene(org, alias), soql).rows,

    /** Another person changes a record in the org; its rules hold for them too. */
    patch: (
      object: ObjectName,
      id: string,
      values: Values,
      org: OrgName = 'acme',
      alias?: string,
    ): RecordView => view(update(scene(org, alias), objectOf(object), must(object, id, org), values)),
    create: (object: ObjectName, values: Values, org: OrgName = 'acme', alias?: string): RecordView =>
      view(create(scene(org, alias), objectOf(object), values)),
    remove: (object: ObjectName, id: string, org: OrgName = 'acme') =>
      remove(scene(org), must(object, id, org)),
    merge: (object: ObjectName, keptId: string, lostId: string, org: OrgName = 'acme') =>
      merge(scene(org), must(object, keptId, org), must(object, lostId, org)),
    convert: (leadId: string, more: Partial<Conversion> = {}, org: OrgName = 'acme') =>
      convert(scene(org), {
        ...{ leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: false, accountId: null },
        ...{
          contactId: null,
          opportunityName: null,
          ownerId: null,
          overwriteLeadSource: false,
          allowDuplicateAccount: false,
          allowDuplicateContact: false,
        },
        ...more,
      }),

    /** Keeps the main thread of every open page busy for so many percent, or changes its DOM without end; 0 and false end it. */
    busyPages,
    /** Every API call so far, oldest first. Tokens appear by name only. */
    requests: log.entries satisfies readonly LoggedRequest[],
    /** The first finished call, past or to come, that the test accepts. */
    request: log.find.bind(log),
    /** What queries have named since the requests were cleared. */
    asked: () => askedOf(world),
    clearRequests: () => {
      log.clear();
      forgetAsked(world);
    },
    faults: { arm: (fault: Fault) => faults.arm(fault), clear: () => faults.clear() },
  };
}
