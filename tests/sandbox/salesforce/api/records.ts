// /sobjects/{Object}/{id} and /sobjects/{Object}/{external id field}/{value}.
import { to18 } from '../ids';
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

/**
 * The record of a path, deleted or not; null where there is none. An id of another kind, or with a wrong checksum, is
 * refused: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm.
 */
function recordAt({ org, settings }: Scene, object: ObjectDef, id: string): SfRecord | null {
  if (to18(id) && id.startsWith(object.prefix)) return org.find(object.name, id);
  if (to18(id) && settings.strayIds === 'NOT_FOUND') throw notFound();
  throw refuse('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, ['Id']);
}

/** A record that can be read; 404 where there is none, with ENTITY_IS_DELETED where it was deleted. */
function readable(scene: Scene, object: ObjectDef, id: string): SfRecord {
  const record = recordAt(scene, object, id);
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
  const record = recordAt(scene, object, id);
  if (record) unchangedSince(record, call.headers['if-unmodified-since']);
  const input = read(call, Fields);
  if (record) notInBody(input, 'Id');
  update(scene, object, record, input, optionsOf(call));
  return none;
}

/** What the path says already, the body may not say again. */
function notInBody(input: Record<string, unknown>, name: string) {
  if (Object.keys(input).some((given) => given.toLowerCase() === name.toLowerCase()))
    throw refuse('INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`);
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
  const input = read(call, Fields);
  notInBody(input, fieldName);
  if (!record) {
    const made = create(scene, object, { ...input, [fieldName]: value }, optionsOf(call));
    return { status: 201, body: { id: made.id, success: true, errors: [], created: true } };
  }
  if (matches.length > 1) return choices(call, object, matches);
  update(scene, object, record, input, optionsOf(call));
  return ok({ id: record.id, success: true, errors: [], created: false });
}

/** 300: which records have the external id. */
const choices = (call: Call, { name }: ObjectDef, matches: SfRecord[]): Answer => ({
  status: 300,
  body: matches.map(({ id }) => `/services/data/${call.version}/sobjects/${name}/${id}`),
});

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
  const matches = byExternalId(scene, object, fieldName, value);
  const [record] = matches;
  if (!record) throw notFound();
  if (matches.length > 1) return choices(call, object, matches);
  return ok(shownRecord(scene, object, record, call.query.get('fields')));
}

function destroy(scene: Scene, _: Call, name = '', id = ''): Answer {
  remove(scene, recordAt(scene, objectAt(scene, name), id));
  return none;
}

function destroyByExternalId(scene: Scene, call: Call, name = '', fieldName = '', value = ''): Answer {
  const object = objectAt(scene, name);
  const matches = byExternalId(scene, object, fieldName, value);
  if (matches.length > 1) return choices(call, object, matches);
  remove(scene, matches[0] ?? null);
  return none;
}

/** A path that ends in what is neither an id nor a field: it is taken for a field that the object hasn't. */
function noSuchKey(scene: Scene, _: Call, name = '', key = ''): never {
  objectAt(scene, name);
  throw notFound(`Provided external ID field does not exist or is not accessible: ${key}`);
}

const ID = '([0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?)';
export const recordRoutes: Route[] = [
  route('POST', /^\/sobjects\/(\w+)\/?$/, post),
  route('GET', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), get),
  route('PATCH', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), patch),
  route('DELETE', new RegExp(`^/sobjects/(\\w+)/${ID}/?$`), destroy),
  route('GET', /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, getByExternalId),
  route('PATCH', /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, upsert),
  route('DELETE', /^\/sobjects\/(\w+)\/(\w+)\/([^/]+)$/, destroyByExternalId),
  ...['GET', 'PATCH', 'DELETE'].map((method) => route(method, /^\/sobjects\/(\w+)\/([^/]+)$/, noSuchKey)),
];
