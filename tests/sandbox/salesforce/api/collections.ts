// /composite/sobjects: up to 200 records in one call, all or nothing or each for itself.
import * as v from 'valibot';
import { to18 } from '../ids';
import type { SfRecord } from '../model';
import { Refusal, refuse, type SfError } from '../problem';
import { remove } from '../rules/remove';
import { create, update } from '../rules/write';
import { objectOfId } from '../schema/objects';
import type { Scene } from '../world';
import { type Answer, type Call, Fields, ok, type Route, read, route } from './call';
import { byExternalId, objectAt, optionsOf, shownRecord } from './records';

type Result = { id?: string; success: boolean; errors: (SfError & { statusCode: string })[] };
const Body = v.object({
  allOrNone: v.optional(v.boolean(), false),
  records: v.array(v.intersect([v.object({ attributes: v.object({ type: v.string() }) }), Fields])),
});
const MOST = 200;

/** Does each; with `whole` a failure undoes the others, which are then said to be rolled back. */
function each(scene: Scene, count: number, whole: boolean, act: (at: number) => string): Answer {
  if (count > MOST) throw refuse('TOO_MANY_RECORDS', `record count exceeds ${MOST}`);
  const { store } = scene.world;
  const results = store.attempt(
    () => Array.from({ length: count }, (_, at) => attempt(() => store.attempt(() => act(at)))),
    (list) => !whole || list.every((result) => result.success),
  );
  if (!whole || results.every((result) => result.success)) return ok(results);
  const undone =
    'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return ok(
    results.map((result) =>
      result.success ? failed([{ errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: undone }]) : result,
    ),
  );
}

function attempt(act: () => string): Result {
  try {
    return { id: act(), success: true, errors: [] };
  } catch (error) {
    if (error instanceof Refusal) return failed(error.errors);
    throw error;
  }
}

const failed = (errors: SfError[]): Result => ({
  success: false,
  errors: errors.map((error) => ({ ...error, statusCode: error.errorCode, fields: error.fields ?? [] })),
});

function post(scene: Scene, call: Call): Answer {
  const { records, allOrNone } = read(call, Body);
  return each(scene, records.length, allOrNone, (at) => {
    const record = records[at];
    return create(scene, objectAt(scene, record?.attributes.type ?? ''), record ?? {}, optionsOf(call)).id;
  });
}

function patch(scene: Scene, call: Call): Answer {
  const { records, allOrNone } = read(call, Body);
  return each(scene, records.length, allOrNone, (at) => {
    const record: Record<string, unknown> = records[at] ?? {};
    const { id: lower, Id = lower, ...input } = record;
    const object = objectAt(scene, records[at]?.attributes.type ?? '');
    if (typeof Id !== 'string') throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call', []);
    return update(scene, object, recordOf(scene, Id), input, optionsOf(call)).id;
  });
}

/** A record by its id alone, deleted or not. Refuses in the words of a write: an id may be none, or that of no record. */
function recordOf({ org }: Scene, id: string): SfRecord {
  const object = to18(id) && objectOfId(id);
  if (!object) throw refuse('MALFORMED_ID', `malformed id ${id}`, []);
  const record = org.find(object.name, id);
  if (!record) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  return record;
}

/**
 * PATCH /composite/sobjects/{Object}/{external id}: makes what isn't there and changes what is.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_upsert.htm
 */
function upsert(scene: Scene, call: Call, name = '', fieldName = ''): Answer {
  const { records, allOrNone } = read(call, Body);
  const object = objectAt(scene, name);
  const keys = records.map((record: Record<string, unknown>) => String(record[fieldName] ?? ''));
  const found = keys.map((key) => byExternalId(scene, object, fieldName, key));
  const made = keys.map((key, at) => found[at]?.length === 0 && keys.indexOf(key) === at);
  const results = each(scene, records.length, allOrNone, (at) => {
    const { attributes, ...input }: Record<string, unknown> & { attributes?: { type: string } } =
      records[at] ?? {};
    if (objectAt(scene, attributes?.type ?? '') !== object)
      throw refuse('INVALID_TYPE', `these are to be of type ${object.name}`, []);
    if ((keys[at] ?? '') === '') throw refuse('MISSING_ARGUMENT', `${fieldName} not specified`, []);
    // Once more: an earlier one of the list may have made it.
    const [record, second] = byExternalId(scene, object, fieldName, keys[at] ?? '');
    if (second) throw refuse('DUPLICATE_EXTERNAL_ID', 'more than one record found for external id field', []);
    if (record) return update(scene, object, record, input, optionsOf(call)).id;
    return create(scene, object, input, optionsOf(call)).id;
  });
  return {
    ...results,
    body: v.parse(Results, results.body).map((one, at) => ({ ...one, created: made[at] })),
  };
}
const Results = v.array(v.looseObject({ success: v.boolean() }));

function destroy(scene: Scene, call: Call): Answer {
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
  return each(scene, ids.length, call.query.get('allOrNone') === 'true', (at) => {
    const id = ids[at] ?? '';
    remove(scene, recordOf(scene, id));
    return id;
  });
}

const Wanted = v.object({ ids: v.array(v.string()), fields: v.array(v.string()) });
function retrieve(scene: Scene, call: Call, name = ''): Answer {
  const { ids, fields } = call.method === 'POST' ? read(call, Wanted) : asked(call);
  const object = objectAt(scene, name);
  return ok(
    ids.map((id) => {
      const record = scene.org.find(object.name, id);
      return record && !record.deleted ? shownRecord(scene, object, record, fields.join(',')) : null;
    }),
  );
}
const asked = ({ query }: Call) => ({
  ids: (query.get('ids') ?? '').split(','),
  fields: (query.get('fields') ?? '').split(','),
});

export const collectionRoutes: Route[] = [
  route('POST', /^\/composite\/sobjects\/?$/, post),
  route('PATCH', /^\/composite\/sobjects\/?$/, patch),
  route('DELETE', /^\/composite\/sobjects\/?$/, destroy),
  route('PATCH', /^\/composite\/sobjects\/(\w+)\/(\w+)\/?$/, upsert),
  route('GET', /^\/composite\/sobjects\/(\w+)\/?$/, retrieve),
  route('POST', /^\/composite\/sobjects\/(\w+)\/?$/, retrieve),
];
