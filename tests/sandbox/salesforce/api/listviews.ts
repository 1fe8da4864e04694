// /sobjects/{Object}/listviews: the lists that the CRM shows of an object, what each asks for and what it finds.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_listviews.htm and its neighbors.
import { instances } from '../hosts';
import { makeId, to18 } from '../ids';
import type { FieldDef, ObjectDef } from '../model';
import { notFound } from '../problem';
import { seesField } from '../rules/access';
import { allObjects, fieldOf } from '../schema/objects';
import { runQuery } from '../soql/run';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';
import { objectAt } from './records';

type View = { id: string; name: string; label: string; object: ObjectDef; mine: boolean };
/** The columns of every list beside the name, where the object has them. */
const WANTED = ['Company', 'AccountId', 'StageName', 'Status', 'Title', 'Phone', 'Type', 'OwnerId'];
const USUAL_SIZE = 25;

/** All and mine, of what people keep lists of. */
function viewsOf(scene: Scene, object: ObjectDef): View[] {
  if (!object.createable || !fieldOf(object, 'OwnerId')) return [];
  const nth = allObjects.indexOf(object) * 2 + 1;
  const plural = object.plural.replaceAll(' ', '');
  return [false, true].map((mine, at) => ({
    ...{ id: makeId('00B', instances[scene.org.info.name], nth + at), object, mine },
    ...{ name: `${mine ? 'My' : 'All'}${plural}`, label: `${mine ? 'My' : 'All'} ${object.plural}` },
  }));
}

/** A list view of any object by its id; null where there is none. */
export function viewOfId(scene: Scene, id: string): View | null {
  return allObjects.flatMap((object) => viewsOf(scene, object)).find((view) => view.id === to18(id)) ?? null;
}

function fieldsOf(scene: Scene, object: ObjectDef): FieldDef[] {
  return [object.nameField, ...WANTED]
    .flatMap((name) => fieldOf(object, name) ?? [])
    .filter((field) => seesField(scene, object, field));
}

/** What a list asks for. */
export function soqlOf(scene: Scene, { object, mine }: View): string {
  const names = [...fieldsOf(scene, object), { name: 'Id' }].map(({ name }) => name).join(', ');
  const where = mine ? ` WHERE OwnerId = '${scene.user}'` : '';
  return `SELECT ${names} FROM ${object.name}${where} ORDER BY ${object.nameField} ASC NULLS FIRST, Id ASC NULLS FIRST`;
}

function columnsOf(scene: Scene, { object }: View) {
  const column = (field: Pick<FieldDef, 'name' | 'label' | 'type'>, hidden: boolean) => {
    const first = field.name === object.nameField;
    return {
      ...{ ascendingLabel: 'A-Z', descendingLabel: 'Z-A', fieldNameOrPath: field.name, hidden },
      ...{ label: field.label, selectListItem: field.name, sortDirection: first ? 'ascending' : null },
      ...{ sortIndex: first ? 0 : null, sortable: !hidden, type: field.type },
    };
  };
  const id = column({ name: 'Id', label: 'Record ID', type: 'id' }, true);
  return [...fieldsOf(scene, object).map((field) => column(field, false)), id];
}

function summary(call: Call, { id, name, label, object }: View) {
  const url = `/services/data/${call.version}/sobjects/${object.name}/listviews/${id}`;
  return {
    ...{ describeUrl: `${url}/describe`, developerName: name, id, label },
    ...{ resultsUrl: `${url}/results`, soqlCompatible: true, url },
  };
}

function viewAt(scene: Scene, name: string, id: string): View {
  const view = viewsOf(scene, objectAt(scene, name)).find((item) => item.id === to18(id));
  if (!view) throw notFound();
  return view;
}

function describe(scene: Scene, _: Call, name = '', id = ''): Answer {
  const view = viewAt(scene, name, id);
  const by = (fieldNameOrPath: string) => ({
    ...{ fieldNameOrPath, nullsPosition: 'first', sortDirection: 'ascending' },
  });
  return ok({
    columns: columnsOf(scene, view),
    id: view.id,
    orderBy: [by(view.object.nameField), by('Id')],
    query: soqlOf(scene, view),
    scope: view.mine ? 'mine' : 'everything',
    scopeEntityId: null,
    sobjectType: view.object.name,
    whereCondition: { conditions: [] },
  });
}

function results(scene: Scene, call: Call, name = '', id = ''): Answer {
  const view = viewAt(scene, name, id);
  const columns = columnsOf(scene, view);
  const size = Number(call.query.get('limit') ?? USUAL_SIZE);
  const from = Number(call.query.get('offset') ?? 0);
  const { rows } = runQuery(scene, soqlOf(scene, view));
  const records = rows.slice(from, from + size).map((row) => ({
    columns: columns.map(({ fieldNameOrPath }) => ({ fieldNameOrPath, value: row[fieldNameOrPath] ?? null })),
  }));
  return ok({
    ...{ columns, developerName: view.name, done: from + size >= rows.length, id: view.id },
    ...{ label: view.label, records, size: records.length },
  });
}

const at = (tail: string) => new RegExp(`^/sobjects/(\\w+)/listviews${tail}/?$`);
export const listViewRoutes: Route[] = [
  route('GET', at(''), (scene, call, name = '') => {
    const object = objectAt(scene, name);
    const listviews = viewsOf(scene, object).map((view) => summary(call, view));
    const size = listviews.length;
    return ok({ done: true, listviews, nextRecordsUrl: null, size, sobjectType: object.name });
  }),
  route('GET', at('/(\\w+)'), (scene, call, name = '', id = '') =>
    ok(summary(call, viewAt(scene, name, id))),
  ),
  route('GET', at('/(\\w+)/describe'), describe),
  route('GET', at('/(\\w+)/results'), results),
];
