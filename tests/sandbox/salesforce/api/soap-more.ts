// SOAP calls beside convertLead: merge, undelete, the apps with their tabs, the server's time.
// https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_merge.htm, sforce_api_calls_undelete.htm
import { to18 } from '../ids';
import type { FieldDef, ObjectDef } from '../model';
import { Refusal, refuse } from '../problem';
import { merge } from '../rules/merge';
import { undelete } from '../rules/remove';
import { update } from '../rules/write';
import { fieldOf, objectNamed, objectOfId } from '../schema/objects';
import { nowIn, type Scene } from '../world';
import { tabsOf } from './tabs';
import { child, escaped, textIn, type XmlNode } from './xml';

type Operation = (scene: Scene, request: XmlNode) => string;
/** One master takes in so many at a time, of these. */
const MOST_MERGED = 2;
const mergeable = ['Lead', 'Contact', 'Account'];

const element = (name: string, value: unknown) => `<${name}>${escaped(String(value))}</${name}>`;
const all = (node: XmlNode, name: string) => node.children.filter((item) => item.name === name);

/** The result of one part: what it gave, or the errors that refused it. */
function result(act: () => string, otherwise: string): string {
  try {
    return `<result>${act()}<success>true</success></result>`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.errors.map(({ errorCode, message, fields = [] }) => {
      const named = fields.map((field) => element('fields', field)).join('');
      return `<errors>${named}${element('message', message)}${element('statusCode', errorCode)}</errors>`;
    });
    return `<result>${errors.join('')}${otherwise}<success>false</success></result>`;
  }
}

/** A value of XML in the form that JSON would have it in. */
function typed(field: FieldDef | null, text: string): unknown {
  if (field?.type === 'boolean') return text === 'true' || text === '1';
  if (field && ['int', 'double', 'currency', 'percent'].includes(field.type)) return Number(text);
  return text;
}

function valuesOf(object: ObjectDef, node: XmlNode): Record<string, unknown> {
  const given = node.children.filter(({ name }) => !['type', 'Id', 'fieldsToNull'].includes(name));
  return {
    ...Object.fromEntries(all(node, 'fieldsToNull').map(({ text }) => [text, null])),
    ...Object.fromEntries(given.map(({ name, text }) => [name, typed(fieldOf(object, name), text)])),
  };
}

function merged(scene: Scene, request: XmlNode): string {
  const master = child(request, 'masterRecord');
  const object = objectNamed((master && textIn(master, 'type')) ?? '');
  const lost = all(request, 'recordToMergeIds').map(({ text }) => text.trim());
  if (!master || !object || !mergeable.includes(object.name))
    throw refuse('INVALID_OPERATION', 'this kind of record can not be merged', []);
  if (lost.length === 0 || lost.length > MOST_MERGED)
    throw refuse('INVALID_OPERATION', `from 1 to ${MOST_MERGED} records are merged into another`, []);
  const find = (id: string) => {
    const record = scene.org.find(object.name, id);
    if (!record) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    return record;
  };
  const kept = find(textIn(master, 'Id') ?? '');
  update(scene, object, kept, valuesOf(object, master));
  for (const id of lost) merge(scene, find(kept.id), find(id));
  return `${element('id', kept.id)}${lost.map((id) => element('mergedRecordIds', to18(id) ?? id)).join('')}`;
}

function restored(scene: Scene, id: string): string {
  const whole = to18(id);
  const object = whole && objectOfId(whole);
  if (!whole || !object) throw refuse('INVALID_ID_FIELD', `invalid record id: ${id}`, []);
  undelete(scene, scene.org.find(object.name, whole));
  return element('id', whole);
}

function apps(scene: Scene): string {
  const icon = (one: ReturnType<typeof tabsOf>[number]['icons'][number]) =>
    `<icons>${Object.entries(one)
      .map(([name, value]) => element(name, value))
      .join('')}</icons>`;
  const color = (one: ReturnType<typeof tabsOf>[number]['colors'][number]) =>
    `<colors>${Object.entries(one)
      .map(([name, value]) => element(name, value))
      .join('')}</colors>`;
  const tabs = tabsOf(scene).map(
    (tab) =>
      `<tabs>${tab.colors.map(color).join('')}${element('custom', tab.custom)}${element('iconUrl', tab.iconUrl)}${tab.icons.map(icon).join('')}${element('label', tab.label)}${element('miniIconUrl', tab.miniIconUrl)}${element('name', tab.name)}${element('sobjectName', tab.sobjectName)}${element('url', tab.url)}</tabs>`,
  );
  const logo = element('logoUrl', `https://${scene.org.info.api}/img/seasonLogos/logo.png`);
  const app = (label: string, selected: boolean) =>
    `<result>${element('description', label)}${element('label', label)}${logo}${element('namespace', '')}${element('selected', selected)}${element('tabSetId', '')}${tabs.join('')}</result>`;
  return app('Sales', true) + app('Marketing', false);
}

const operations: Record<string, Operation> = {
  merge: (scene, request) =>
    all(request, 'mergeRequests')
      .map((one) =>
        result(
          () => scene.world.store.attempt(() => merged(scene, one)),
          element('id', textIn(child(one, 'masterRecord') ?? one, 'Id') ?? ''),
        ),
      )
      .join(''),
  undelete: (scene, request) =>
    all(request, 'ids')
      .map(({ text }) => text.trim())
      .map((id) => result(() => restored(scene, id), to18(id) ? element('id', to18(id)) : ''))
      .join(''),
  describeTabs: apps,
  getServerTimestamp: ({ world }) => `<result>${element('timestamp', nowIn(world))}</result>`,
};

/** The results of a call by its name; null for one that isn't here. */
export function operationNamed(name: string): Operation | null {
  return Object.hasOwn(operations, name) ? (operations[name] ?? null) : null;
}
