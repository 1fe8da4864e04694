// /composite/sobjects: up to 200 records in one call, all or nothing or each for itself.
import * as v from 'valibot';
import { Refusal, refuse, type SfError } from '../problem';
import { remove } from '../rules/remove';
import { create, update } from '../rules/write';
import { objectOfId } from '../schema/objects';
import type { Scene } from '../world';
import { type Answer, type Call, Fields, ok, type Route, read, route } from './call';
import { objectAt, optionsOf, shownRecord } from './records';

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
    return update(scene, object, scene.org.find(object.name, Id), input, optionsOf(call)).id;
  });
}

function destroy(scene: Scene, call: Call): Answer {
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
  return each(scene, ids.length, call.query.get('allOrNone') === 'true', (at) => {
    const id = ids[at] ?? '';
    const object = objectOfId(id);
    remove(scene, object && scene.org.find(object.name, id));
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
  route('GET', /^\/composite\/sobjects\/(\w+)\/?$/, retrieve),
  route('POST', /^\/composite\/sobjects\/(\w+)\/?$/, retrieve),
];
