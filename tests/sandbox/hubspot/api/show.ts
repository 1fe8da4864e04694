// A record in the form in which the API shows it.
import type { CrmRecord, End } from '../model';
import { valueIn } from '../model';
import type { PortalState } from '../store';
import { associationType, objectTypes } from '../types';

/** Properties that were asked for: known ones with their value or null; unknown ones are left out. */
export function shownRecord(portal: PortalState, record: CrmRecord, asked: string[], history: string[] = []) {
  const type = objectTypes[record.type];
  const always = ['hs_object_id', type.created, type.modified];
  const names = [...new Set([...(asked.length > 0 ? asked : type.defaults), ...always])];
  const properties: Record<string, string | null> = {};
  for (const name of names) {
    if (portal.property(record.type, name)) properties[name] = valueIn(record, name) || null;
  }
  const known = history.filter((name) => portal.property(record.type, name));
  return {
    id: record.id,
    properties,
    ...(history.length > 0 && {
      propertiesWithHistory: Object.fromEntries(known.map((name) => [name, record.history[name] ?? []])),
    }),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archivedAt !== null,
    ...(record.archivedAt && { archivedAt: record.archivedAt }),
    url: `https://${portal.info.uiDomain}/contacts/${portal.info.id}/record/${type.id}/${record.id}`,
  };
}

/** A page of what a record is associated with; an id stands once per association type, as in HubSpot. */
export function shownAssociations(portal: PortalState, from: End, to: End['type'], size: number) {
  const links = livingLinks(portal, from, to);
  const page = links.slice(0, size);
  const last = page.at(-1);
  const path = `/crm/objects/2026-09/${from.type}/${from.id}/associations/${to}`;
  return {
    results: page.map((link) => ({
      id: link.to.id,
      type: associationType(from.type, to, link.typeId)?.name ?? String(link.typeId),
    })),
    ...(links.length > size &&
      last && {
        paging: {
          next: { after: String(size), link: `https://api.hubapi.com${path}?after=${size}&limit=${size}` },
        },
      }),
  };
}

/** Links to records that are there, in the order of their ids. */
export function livingLinks(portal: PortalState, from: End, to: End['type']) {
  return portal
    .linksOf(from, to)
    .flatMap((link) => {
      const target = portal.find(to, link.to.id);
      return target && !target.archivedAt ? [link] : [];
    })
    .sort((a, b) => a.to.id.length - b.to.id.length || a.to.id.localeCompare(b.to.id) || a.typeId - b.typeId);
}
