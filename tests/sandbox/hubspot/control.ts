// What tests hold in their hands: look at records, change them as another person would, arm faults, read the log.

import type { Fault, Faults } from '../common/faults';
import type { LoggedRequest, RequestLog } from '../common/log';
import type { People } from './cast';
import { authorOf, type KeyName, type KeyRing } from './keys';
import type { CrmRecord, TypeName, Version } from './model';
import { valueIn } from './model';
import type { PageBus } from './pages/bus';
import { archive, merge } from './rules/archive';
import { create, link, update } from './rules/write';
import { OTHER_PORTAL, PORTAL } from './seed/places';
import { defaultSettings, type Settings } from './settings';
import { defaultAssociation, objectTypes } from './types';
import type { Author, Scene, World } from './world';

/** A record as tests see it: `properties` holds what has a value. */
export type RecordView = {
  id: string;
  type: TypeName;
  properties: Record<string, string>;
  history: Record<string, Version[]>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  url: string;
};

export type HubSpotSandbox = ReturnType<typeof control>;

/** A person in HubSpot's own pages. */
const someone: Author = { sourceType: 'CRM_UI', sourceId: 'userId:4700001', updatedByUserId: 4_700_001 };

export function control(world: World, log: RequestLog, faults: Faults, people: People, bus: PageBus) {
  const scene = (portal: string, author: Author = someone): Scene => ({
    world,
    portal: world.store.portal(portal),
    author,
  });
  const must = (type: TypeName, id: string, portal: string): CrmRecord => {
    const record = world.store.portal(portal).find(type, id);
    if (!record) throw new Error(`The sandbox has no ${type} record ${id} in portal ${portal}.`);
    return record;
  };
  const view = (record: CrmRecord): RecordView => ({
    id: record.id,
    type: record.type,
    properties: Object.fromEntries(
      Object.keys(record.history).flatMap((name) => {
        const value = valueIn(record, name);
        return value === '' ? [] : [[name, value]];
      }),
    ),
    history: record.history,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archivedAt !== null,
    url: recordUrl(record.type, record.id, record.portal),
  });
  const recordUrl = (type: TypeName, id: string, portal = PORTAL) => {
    const { uiDomain } = world.store.portal(portal).info;
    return `https://${uiDomain}/contacts/${portal}/record/${objectTypes[type].id}/${id}`;
  };
  /** What a record is associated with; newest first. */
  const associated = (type: TypeName, id: string, to: TypeName, portal = PORTAL): RecordView[] =>
    world.store
      .portal(portal)
      .linked({ type, id: must(type, id, portal).id }, to)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      .map(view);

  return {
    portals: { main: PORTAL, other: OTHER_PORTAL },
    /** The keys by name. They are made at start; never write one down. */
    keys: world.keys.values,
    people,
    settings: world.settings,
    resetSettings: () => Object.assign(world.settings, defaultSettings() satisfies Settings),
    now: world.clock,
    recordUrl,

    record: (type: TypeName, id: string, portal = PORTAL): RecordView | null => {
      const record = world.store.portal(portal).find(type, id);
      return record && view(record);
    },
    contact: (id: string, portal = PORTAL): RecordView => view(must('contacts', id, portal)),
    all: (type: TypeName, portal = PORTAL): RecordView[] =>
      world.store
        .portal(portal)
        .all(type)
        .filter((record) => !record.archivedAt && !record.mergedInto)
        .map(view),
    associated,
    notes: (contact: string, portal = PORTAL) => associated('contacts', contact, 'notes', portal),
    deals: (contact: string, portal = PORTAL) => associated('contacts', contact, 'deals', portal),
    tasks: (contact: string, portal = PORTAL) => associated('contacts', contact, 'tasks', portal),
    owners: (portal = PORTAL) => world.store.portal(portal).owners,

    /** Another person changes a record in HubSpot's own pages; the portal's rules hold for them too. */
    patch: (
      type: TypeName,
      id: string,
      properties: Record<string, string>,
      portal = PORTAL,
      author?: Author,
    ): RecordView => view(update(scene(portal, author), must(type, id, portal), properties)),
    patchContact: (id: string, properties: Record<string, string>, portal = PORTAL): RecordView =>
      view(update(scene(portal), must('contacts', id, portal), properties)),
    create: (
      type: TypeName,
      properties: Record<string, string>,
      to: { type: TypeName; id: string }[] = [],
      portal = PORTAL,
      author?: Author,
    ): RecordView => {
      const links = to.map((end) => ({ to: end, typeId: typeId(type, end.type) }));
      return view(create(scene(portal, author), type, properties, links));
    },
    associate: (type: TypeName, id: string, to: { type: TypeName; id: string }, portal = PORTAL) =>
      link(scene(portal), { type, id }, [{ to, typeId: typeId(type, to.type) }]),
    archive: (type: TypeName, id: string, portal = PORTAL) => archive(scene(portal), must(type, id, portal)),
    /** `gone` becomes part of `survivor`; its id goes on answering with it. */
    merge: (type: TypeName, survivor: string, gone: string, portal = PORTAL): RecordView =>
      view(merge(scene(portal), must(type, survivor, portal), must(type, gone, portal))),

    /** Changes what a key may do while the sandbox runs: its scopes, or that it has expired. */
    key: (name: KeyName): ReturnType<KeyRing['named']> => world.keys.named(name),
    /** Whoever writes with that key, for `create` and `patch`. */
    writer: (name: KeyName): Author => authorOf(world.keys.named(name)),

    /** Keeps the main thread of every open page busy for so many percent, or changes its DOM without end; 0 and false end it. */
    busyPages: (percent: number, churn = false) => bus.send({ kind: 'busy', percent, churn }),

    /** Every API call so far, oldest first. */
    requests: log.entries satisfies readonly LoggedRequest[],
    /** The first finished call, past or to come, that the test accepts. */
    request: log.find.bind(log),
    clearRequests: () => log.clear(),
    faults: { arm: (fault: Fault) => faults.arm(fault), clear: () => faults.clear() },
  };
}

function typeId(from: TypeName, to: TypeName): number {
  const type = defaultAssociation(from, to);
  if (!type) throw new Error(`${from} and ${to} can't be associated.`);
  return type.typeId;
}
