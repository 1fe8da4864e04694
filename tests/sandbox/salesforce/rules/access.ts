// What a person may see and change: objects, fields, records; and rows that someone else holds.
import type { FieldDef, ObjectDef, ObjectName, SfRecord } from '../model';
import { deleted, notFound, type Refusal, refuse } from '../problem';
import type { Scene } from '../world';

/** The alias of the person who calls: what the settings call them. */
export function aliasOf({ org, user }: Scene): string {
  return String(org.find('User', user)?.values.Alias ?? '');
}

const concerns = (scene: Scene) => (rule: { user?: string }) =>
  rule.user === undefined || rule.user === aliasOf(scene);

export function seesObject(scene: Scene, object: ObjectName): boolean {
  return !scene.settings.noAccess.some((rule) => rule.object === object && concerns(scene)(rule));
}

export function seesField(scene: Scene, object: ObjectDef, field: FieldDef): boolean {
  const { hidden } = scene.settings;
  return !hidden.some(
    (rule) => rule.object === object.name && rule.field === field.name && concerns(scene)(rule),
  );
}

/** Whether a query may look for the field's values, and whether it may order by them. */
export function usableFor(scene: Scene, object: ObjectDef, field: FieldDef) {
  const isIn = (list: Scene['settings']['unfilterable']) =>
    list.some((one) => one.object === object.name && one.field === field.name);
  const { unfilterable, unsortable } = scene.settings;
  return {
    filter: field.filterable && !isIn(unfilterable),
    sort: field.filterable && !isIn(unsortable),
  };
}

/** Whether field-level security lets the caller write the field, on top of what Salesforce itself allows. */
export function writesField(scene: Scene, object: ObjectDef, field: FieldDef): boolean {
  const { readOnly } = scene.settings;
  return !readOnly.some(
    (rule) => rule.object === object.name && rule.field === field.name && concerns(scene)(rule),
  );
}

export function seesRecord(scene: Scene, record: SfRecord): boolean {
  return seesObject(scene, record.type) && !scene.settings.unseenRecords.includes(record.id);
}

export const noAccess = (): Refusal =>
  refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', [], 403);

/** Refuses an object of which the caller may make no records. */
export function guardCreate(scene: Scene, object: ObjectDef) {
  const barred = scene.settings.noCreate.some((rule) => rule.object === object.name && concerns(scene)(rule));
  if (barred || scene.settings.readers.includes(aliasOf(scene))) throw noAccess();
  if (!object.createable)
    throw refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object.label}`);
}

/** Refuses a record that is gone, converted, locked, held by someone else, or not the caller's to change. */
export function guardChange(scene: Scene, record: SfRecord | null): asserts record is SfRecord {
  if (!record || !seesRecord(scene, record)) throw notFound();
  if (record.deleted) throw deleted();
  const { settings } = scene;
  if (settings.readers.includes(aliasOf(scene)) || settings.readOnlyRecords.includes(record.id))
    throw noAccess();
  if (settings.lockedRecords.includes(record.id))
    throw refuse(
      'ENTITY_IS_LOCKED',
      'the entity is locked for editing: this record is in an approval process',
      [],
    );
  if (record.values.IsConverted === true)
    throw refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
  guardRow(scene, record.id);
}

/** A row that another write holds: refused as often as the setting says. */
export function guardRow(scene: Scene, id: string) {
  const busy = scene.settings.busyRows.find((row) => row.id === id && row.times > 0);
  if (!busy) return;
  busy.times -= 1;
  throw refuse(
    'UNABLE_TO_LOCK_ROW',
    `unable to obtain exclusive access to this record or 1 records: ${id.slice(0, 15)}`,
    [],
  );
}
