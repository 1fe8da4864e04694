// /sobjects/{Object}/describe/layouts and their relatives: page layouts, compact ones, those of approvals.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_layouts.htm and its neighbors.
import { instances } from '../hosts';
import { makeId, to18 } from '../ids';
import type { FieldDef, ObjectDef } from '../model';
import { notFound, refuse } from '../problem';
import { seesField, seesObject } from '../rules/access';
import { allObjects } from '../schema/objects';
import { MASTER } from '../schema/picklists';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';
import { objectAt } from './records';

function item(field: FieldDef, at: number) {
  return {
    editableForNew: field.createable,
    editableForUpdate: field.updateable,
    label: field.label,
    layoutComponents: [{ displayLines: 1, tabOrder: at + 1, type: 'Field', value: field.name }],
    placeholder: false,
    required: !field.nillable && field.type !== 'boolean',
  };
}

/** The fields of a page in rows of two, as the caller may see them. */
export function rowsOf(scene: Scene, object: ObjectDef, fields = object.fields) {
  const items = fields
    .filter((field) => field.createable && seesField(scene, object, field))
    .map((field, at) => item(field, at));
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, at) => {
    const layoutItems = items.slice(2 * at, 2 * at + 2);
    return { layoutItems, numItems: layoutItems.length };
  });
}

const layoutId = (scene: Scene, object: ObjectDef) =>
  makeId('00h', instances[scene.org.info.name], allObjects.indexOf(object) + 1);

function layoutOf(scene: Scene, object: ObjectDef) {
  const layoutRows = rowsOf(scene, object);
  const section = {
    ...{ collapsed: false, columns: 2, heading: `${object.label} Information`, layoutRows },
    ...{ parentLayoutId: layoutId(scene, object), rows: layoutRows.length, tabOrder: 'leftToRight' },
    ...{ useCollapsibleSection: false, useHeading: true },
  };
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: [section],
    editLayoutSections: [section],
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layoutId(scene, object),
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: object.children
      .filter((child) => seesObject(scene, child.type))
      .map(({ name, type, field }) => ({
        ...{ accessLevelRequiredForCreate: null, buttons: [], columns: [], custom: false, field },
        ...{ label: name, limitRows: 5, name, sobject: type, sort: [] },
      })),
    saveOptions: [],
  };
}

/** The record types of an object, and the master that every object has. */
function recordTypes(scene: Scene, object: ObjectDef) {
  const own = scene.org.all('RecordType').filter(({ values }) => values.SobjectType === object.name);
  return [
    ...own.map(({ id, values }, at) => ({
      ...{ id, name: String(values.Name), developerName: String(values.DeveloperName) },
      ...{ usual: at === 0, master: false },
    })),
    { id: MASTER, name: 'Master', developerName: 'Master', usual: own.length === 0, master: true },
  ];
}

function layoutable(scene: Scene, name: string): ObjectDef {
  const object = objectAt(scene, name);
  if (!object.createable && object.name !== 'User') throw notFound();
  return object;
}

function layouts(scene: Scene, call: Call, object: ObjectDef): Answer {
  const base = `/services/data/${call.version}/sobjects/${object.name}/describe/layouts`;
  const types = recordTypes(scene, object);
  return ok({
    layouts: [layoutOf(scene, object)],
    recordTypeMappings: types.map(({ id, name, developerName, usual, master }) => ({
      ...{ active: true, available: true, defaultRecordTypeMapping: usual, developerName },
      ...{ layoutId: layoutId(scene, object), master, name, picklistsForRecordType: null },
      ...{ recordTypeId: id, urls: { layout: `${base}/${id}` } },
    })),
    recordTypeSelectorRequired: [types.length > 1],
  });
}

function one(scene: Scene, _: Call, name = '', type = ''): Answer {
  const object = layoutable(scene, name);
  if (!recordTypes(scene, object).some(({ id }) => id === to18(type))) throw notFound();
  return ok(layoutOf(scene, object));
}

/** Only people have a named layout beside the usual one. */
function named(scene: Scene, call: Call, name = '', layout = ''): Answer {
  const object = layoutable(scene, name);
  if (object.name !== 'User' || layout !== 'UserAlt') throw notFound();
  return layouts(scene, call, object);
}

function compact(scene: Scene, call: Call, object: ObjectDef) {
  const fields = object.fields.filter((field) => field.name === object.nameField || field.type === 'phone');
  const id = `/services/data/${call.version}/sobjects/${object.name}/describe/compactLayouts/primary`;
  return {
    compactLayouts: [
      {
        ...{ actions: [], fieldItems: fields.map(item), id: null, imageItems: [] },
        ...{ label: 'System Default', name: 'SYSTEM', objectType: object.name },
      },
    ],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: recordTypes(scene, object).map((type) => ({
      ...{ available: true, compactLayoutId: null, compactLayoutName: 'SYSTEM' },
      ...{ recordTypeId: type.id, recordTypeName: type.name },
    })),
    urls: { primary: id },
  };
}

/** ?q=Account,Contact: the compact layouts of several objects by their names. */
function several(scene: Scene, call: Call): Answer {
  const names = (call.query.get('q') ?? '').split(',').filter(Boolean);
  if (names.length === 0) throw refuse('INVALID_FIELD', 'q: the names of objects are wanted');
  const objects = names.map((name) => layoutable(scene, name));
  return ok(Object.fromEntries(objects.map((object) => [object.name, compact(scene, call, object)])));
}

const at = (tail: string) => new RegExp(`^/sobjects/(\\w+)/describe/${tail}/?$`);
export const layoutRoutes: Route[] = [
  route('GET', at('layouts'), (scene, call, name = '') => layouts(scene, call, layoutable(scene, name))),
  route('GET', at('layouts/(\\w+)'), one),
  route('GET', at('namedLayouts/(\\w+)'), named),
  route('GET', at('compactLayouts'), (scene, call, name = '') =>
    ok(compact(scene, call, layoutable(scene, name))),
  ),
  // No approval process is set up here.
  route('GET', at('approvalLayouts'), (scene, _, name = '') => {
    layoutable(scene, name);
    return ok({ approvalLayouts: [] });
  }),
  route('GET', /^\/compactLayouts\/?$/, several),
];
