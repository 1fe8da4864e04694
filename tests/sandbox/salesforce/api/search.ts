// GET /search?q=FIND {words} IN NAME FIELDS RETURNING Object(Fields): records by the words in them.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search.htm
import type { FieldDef, ObjectDef, SfRecord } from '../model';
import { noSuchObject, refuse } from '../problem';
import { seesField, seesObject, seesRecord } from '../rules/access';
import { allObjects, objectNamed } from '../schema/objects';
import { runQuery } from '../soql/run';
import type { Shown } from '../soql/shown';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';

const SOSL =
  /^\s*FIND\s*\{((?:\\.|[^\\}])+)\}(?:\s+IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS)?(?:\s+RETURNING\s+(.+?))?(?:\s+LIMIT\s+(\d+))?\s*$/is;
const MOST = 2000;
const texts = ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox'];

const malformed = (message: string) => refuse('MALFORMED_SEARCH', message);
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter(Boolean);

/** Whether a text has all the phrases; a star at a word's end stands for the rest of it. */
function has(text: string, phrases: string[][]): boolean {
  const words = wordsOf(text);
  const fits = (word: string | undefined, wanted: string) =>
    wanted.endsWith('*') ? word?.startsWith(wanted.slice(0, -1)) === true : word === wanted;
  return phrases.every((phrase) =>
    words.some((_, at) => phrase.every((wanted, nth) => fits(words[at + nth], wanted))),
  );
}

function phrasesOf(text: string): string[][] {
  const plain = text.replace(/\\(.)/g, '$1');
  const phrases = [...plain.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, word]) => quoted ?? word ?? '')
    .filter((part) => !/^(AND)$/i.test(part))
    .map(wordsOf)
    .filter((words) => words.length > 0);
  if (phrases.flat().join('').replaceAll('*', '').length < 2)
    throw malformed(`search term must be longer than one character: ${plain}`);
  return phrases;
}

function searched(scene: Scene, object: ObjectDef, scope: string): FieldDef[] {
  const named = ['FirstName', 'LastName', object.nameField];
  const inScope = (field: FieldDef) => {
    if (scope === 'NAME') return named.includes(field.name);
    if (scope === 'EMAIL') return field.type === 'email';
    if (scope === 'PHONE') return field.type === 'phone';
    return texts.includes(field.type);
  };
  return object.fields.filter((field) => inScope(field) && seesField(scene, object, field));
}

/** What a RETURNING clause asks of one object: Account(Id, Name WHERE Type != null LIMIT 5). */
function rows(scene: Scene, returning: string, hits: (object: ObjectDef) => SfRecord[]): Shown[] {
  const [, name = '', inner = 'Id'] = /^(\w+)\s*(?:\((.*)\))?$/s.exec(returning.trim()) ?? [];
  const object = objectNamed(name);
  if (!object?.createable || !seesObject(scene, object.name)) throw noSuchObject(name);
  const [, fields = 'Id', where = '', rest = ''] =
    /^(.*?)(?:\sWHERE\s(.*?))?((?:\s(?:ORDER\s+BY|LIMIT|OFFSET)\s.*)?)$/is.exec(inner.trim()) ?? [];
  const ids = hits(object).map(({ id }) => `'${id}'`);
  // Asked of no record too, so that a wrong field is refused.
  const among = ids.length > 0 ? `Id IN (${ids.join(',')})` : 'Id = null';
  const also = where === '' ? '' : ` AND (${where})`;
  return runQuery(scene, `SELECT ${fields} FROM ${object.name} WHERE ${among}${also}${rest}`).rows;
}

function search(scene: Scene, call: Call): Answer {
  const asked = call.query.get('q') ?? '';
  const parts = SOSL.exec(asked);
  if (!parts) throw malformed(`The search can't be read: ${asked}`);
  const [, term = '', scope = 'ALL', returning, limit] = parts;
  const phrases = phrasesOf(term);
  const hits = (object: ObjectDef) => {
    const fields = searched(scene, object, scope.toUpperCase());
    return scene.org
      .all(object.name)
      .filter((record) => seesRecord(scene, record))
      .filter((record) => has(fields.map(({ name }) => record.values[name] ?? '').join(' '), phrases));
  };
  const wanted = returning
    ? returning.split(/,(?![^(]*\))/)
    : allObjects
        .filter((object) => object.createable && seesObject(scene, object.name))
        .map(({ name }) => name);
  const found = wanted.flatMap((one) => rows(scene, one, hits));
  return ok({ searchRecords: found.slice(0, Math.min(MOST, Number(limit ?? MOST))) });
}

export const searchRoutes: Route[] = [route('GET', /^\/search\/?$/, search)];
