// Making and changing one record value by value, with its history.
import type { CrmRecord, TypeName } from '../model';
import { valueIn } from '../model';
import { objectTypes } from '../types';
import type { Author } from '../world';

const system: Author = { sourceType: 'INTERNAL_PROCESSING' };

/** A copy of the record with these values; a value that stays the same gets no new version. */
export function withValues(
  record: CrmRecord,
  values: Record<string, string>,
  at: string,
  author: Author,
): CrmRecord {
  const history = { ...record.history };
  for (const [property, value] of Object.entries(values)) {
    if (valueIn(record, property) === value) continue;
    history[property] = [{ value, timestamp: at, ...author }, ...(history[property] ?? [])];
  }
  if (author.updatedByUserId !== undefined)
    history.hs_updated_by_user_id = [{ value: String(author.updatedByUserId), timestamp: at, ...system }];
  // Upkeep is kept without its past, which HubSpot doesn't show either.
  history[objectTypes[record.type].modified] = [{ value: at, timestamp: at, ...system }];
  return { ...record, history, updatedAt: at };
}

/**
 * What HubSpot says of how a record came about, and of who changed it last: set by HubSpot alone. The names are those of
 * its default properties; the values as answers of live portals that are public have them: "INTEGRATION" with the app's
 * id as the source's id and its name as the first detail, "CRM_UI" with "userId:...". No document at hand lists them.
 */
export function origin(at: string, { sourceType, sourceId, sourceLabel, updatedByUserId }: Author) {
  const own = (value: string) => [{ value, timestamp: at, ...system }];
  const user = updatedByUserId === undefined ? {} : { hs_created_by_user_id: own(String(updatedByUserId)) };
  return {
    hs_object_source: own(sourceType),
    hs_object_source_label: own(sourceType),
    ...(sourceId === undefined ? {} : { hs_object_source_id: own(sourceId) }),
    ...(sourceLabel === undefined ? {} : { hs_object_source_detail_1: own(sourceLabel) }),
    ...user,
  };
}

/** A new record without any value but HubSpot's own. */
export function newRecord(portal: string, type: TypeName, id: string, at: string): CrmRecord {
  const own = (value: string) => [{ value, timestamp: at, ...system }];
  const names = objectTypes[type];
  return {
    portal,
    type,
    id,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    mergedInto: null,
    history: { hs_object_id: own(id), [names.created]: own(at), [names.modified]: own(at) },
  };
}
