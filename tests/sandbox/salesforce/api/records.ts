// /sobjects/{Object}/{id} and /sobjects/{Object}/{external id field}/{value}.
import type { ObjectDef, SfRecord } from '../model';
import { deleted, notFound, Refusal, refuse } from '../problem';
import { seesField, seesObject, seesRecord } from '../rules/access';
import { remove } from '../rules/remove';
import { create, type Options, update } from '../rules/write';
import { fieldOf, objectNamed } from '../schema/objects';
import { ownValue, pathOf, valueAt } from '../soql/path';
import { attributesOf, type Shown, shownValue } from '../soql/shown';
import type { Scene } from '../world';
import { type Answer, type Call, Fields, none, ok, type Route, read, route } from './call';

/** The object of a path; 404 where the org has none of that name or the caller can't see it. */
export function objectAt(scene: Scene, name: string): ObjectDef {
  const object = objectNamed(name);
  if (!object || !seesObject(scene, object.name)) throw notFound();
  return object;
}

export function optionsOf(call: Call): Options {
  return {
    allowDuplicates: /allowSave\s*=\s*true/i.test(call.headers['sforce-duplicate-rule-header'] ?? ''),
    assign: !/^\s*false\s*$/i.test(call.headers['sforce-auto-assign'] ?? ''),
  };
}

/** A record that can be read; 404 where there is none, with ENTITY_IS_DELETED where it was deleted. */
function readable(scene: Scene, object: ObjectDef, id: string): SfRecord {
  const record = scene.org.find(object.name, id);
  if (!record || !seesRecord(scene, record)) throw notFound();
  if (record.deleted) throw deleted();
  return record;
}

export function shownRecord(scene: Scene, object: ObjectDef, record: SfRecord, fields: string | null): Shown {
  const row: Shown = { attributes: attributesOf(record) };
  if (fields === null) {
    for (const field of object.fields.filter((item) => seesField(scene, object, item)))
      row[field.name] = shownValue(field, ownValue(scene, record, field.name));
    return row;
  }
  for (const name of ['Id', ...fields.split(',')].map((item) => item.trim()).filter(Boolean)) {
    const path = pathOf(scene, object, name.split('.'));
    row[path.through.length === 0 ? path.name : name] = shownValue(path.field, valueAt(scene, record, path));
  }
  return row;
}

function get(scene: Scene, call: Call, name = '', id = ''): Answer {
  const object = objectAt(scene, name);
  return ok(shownRecord(scene, object, readable(scene, object, id), call.query.get('fields')));
}

function post(scene: Scene, call: Call, name = ''): Answer {
  const record = create(scene, objectAt(scene, name), read(call, Fields), optionsOf(call));
  return { status: 201, body: { id: record.id, success: true, errors: [] } };
}

function patch(scene: Scene, call: Call, name = '', id = ''): Answer {
  const object = objectAt(scene, name);
  const record = scene.org.find(object.name, id);
  if (record) unchangedSince(record, call.headers['if-unmodified-since']);
  update(scene, object, record, read(call, Fields), optionsOf(call));
  return none;
}

/** If-Unmodified-Since, in whole seconds: 412 without a body of errors where the record was changed later. */
function unchangedSince(record: SfRecord, header: string | undefined) {
  const since = Date.parse(header ?? '');
  if (Number.isNaN(since)) return;
  if (Date.parse(String(record.values.LastModifiedDate)) > since) throw new Refusal(412, []);
}

function upsert(scene: Scene, call: Call, name = '', fieldName = '', value = ''): Answer {
  const object = objectAt(scene, name);
  const matches = byExternalId(scene, object, fieldName, value);
  const [record] = matches;
  const { [fieldName]: _, ...input } = read(call, Fields);
  if (!record) {
    const made = create(scene, object, { ...input, [fieldName]: value }, optionsOf(call));
    return { status: 201, body: { id: made.id, success: true, errors: [], created: true } };
  }
  if (matches.length > 1)
    return {
      status: 300,
      body: matches.map((item) => `/services/data/${call.version}/sobjects/${object.name}/${item.id}`),
    };
  update(scene, object, record, input, optionsOf(call));
  return ok({ id: record.id, success: true, errors: [], created: false });
}

export function byExternalId(scene: Scene, object: ObjectDef, fieldName: string, value: string): SfRecord[] {
  const field = fieldOf(object, fieldName);
  if (!field?.externalId || !seesField(scene, object, field))
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldName}`);
  return scene.org
    .all(object.name)
    .filter((record) => String(record.values[field.name] ?? '').toLowerCase() === value.toLowerCase());
}

function getByExternalId(scene: Scene, call: Call, name = '', fieldName = '', value = ''): Answer {
  const object = objectAt(scene, name);
  const [record] = byExternalId(scene, object, fieldName, value);
  if (!record) throw notFound();
  return ok(shownRecord(scene, object, record, call.query.get('fields')));
}

export function destroy(scene: Scene, _: Call, name = '', id = ''): Answer {
  const object = objectAt(scene, name);
  remove(scene, scene.org.find(object.name, id));
  return none;
}

const ID = '([0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?)';
export const recordRoutes: Route[] = [
  route('POST', /^\/sobjects\/(\w+)\/?$/, post),
  route('GET', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), get),
  route('PATCH', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), patch),
  route('DELETE', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), destroy),
  route('GET', /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, getByExternalId),
  route('PATCH', /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, upsert),
  route('GET', /^\/sobjects\/(\w+)\/([^/]+)$/, () => {
    throw refuse('MALFORMED_ID', 'The id is malformed', undefined, 404);
  }),
];
