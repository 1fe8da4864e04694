// /sobjects/{Object}/updated and /deleted: the ids of what changed in a stretch of time, for a copy elsewhere to follow.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm, resources_getdeleted.htm
import { refuse } from '../problem';
import { seesRecord } from '../rules/access';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';
import { objectAt } from './records';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** So many days back at the most: 30 for what was changed, 15 for what was deleted. */
const FURTHEST = { updated: 30, deleted: 15 };

const shown = (time: number | string) => new Date(time).toISOString().replace('Z', '+0000');

/** A time of the query in whole minutes: "The API ignores the seconds portion". */
function minuteOf(call: Call, name: string): number {
  const time = Date.parse(call.query.get(name) ?? '');
  if (Number.isNaN(time)) throw refuse('INVALID_FIELD', `${name}: a time in ISO 8601 is wanted`);
  return Math.floor(time / MINUTE) * MINUTE;
}

function span(scene: Scene, call: Call, days: number): { start: number; end: number } {
  const [start, end] = [minuteOf(call, 'start'), minuteOf(call, 'end')];
  const now = scene.world.clock().getTime();
  // SOAP API guide, getUpdated(): a start that is not before the end, or further back than that.
  if (start >= end || start < now - days * DAY)
    throw refuse('INVALID_REPLICATION_DATE', `startDate: ${shown(start)}, endDate: ${shown(end)}`);
  return { start, end };
}

function changed(scene: Scene, call: Call, name: string, deleted: boolean): Answer {
  const object = objectAt(scene, name);
  const { start, end } = span(scene, call, deleted ? FURTHEST.deleted : FURTHEST.updated);
  const found = [...(scene.org.records.get(object.name)?.values() ?? [])]
    .filter((record) => record.deleted === deleted && seesRecord(scene, record))
    .map(({ id, values }) => ({ id, at: String(values.SystemModstamp ?? values.CreatedDate ?? '') }))
    .filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < end);
  const latestDateCovered = shown(end);
  if (!deleted) return ok({ ids: found.map(({ id }) => id), latestDateCovered });
  return ok({
    deletedRecords: found.map(({ id, at }) => ({ deletedDate: shown(at), id })),
    earliestDateAvailable: shown(scene.world.clock().getTime() - FURTHEST.deleted * DAY),
    latestDateCovered,
  });
}

export const replicationRoutes: Route[] = [
  route('GET', /^\/sobjects\/(\w+)\/updated\/?$/, (scene, call, name = '') =>
    changed(scene, call, name, false),
  ),
  route('GET', /^\/sobjects\/(\w+)\/deleted\/?$/, (scene, call, name = '') =>
    changed(scene, call, name, true),
  ),
];
