// The history that Salesforce keeps of tracked fields, and of an opportunity's stage.
import type { Change } from '../change';
import type { ObjectDef, Value, Values } from '../model';
import { objectOf } from '../schema/objects';
import { nowIn, type Scene } from '../world';

/** The rows that a write adds: one for each tracked field that changed; 'created' for a new record. */
export function historyRows(
  scene: Scene,
  object: ObjectDef,
  id: string,
  before: Values | null,
  after: Values,
): Change[] {
  const at = nowIn(scene.world);
  const rows: Change[] = [];
  const { history } = object;
  if (history) {
    const add = (Field: string, OldValue: Value, NewValue: Value) => {
      const values = { [history.field]: id, Field, OldValue, NewValue, DataType: 'Text' };
      rows.push(row(scene, history.type, values, at));
    };
    if (!before) add('created', null, null);
    else
      for (const field of object.fields.filter((item) => item.tracked)) {
        const [was, is] = [before[field.name] ?? null, after[field.name] ?? null];
        if (was !== is) add(field.name === 'OwnerId' ? 'Owner' : field.name, was, is);
      }
  }
  if (object.name === 'Opportunity' && (!before || moved(before, after))) {
    const {
      StageName = null,
      Amount = null,
      Probability = null,
      CloseDate = null,
      ForecastCategory = null,
    } = after;
    const values = { OpportunityId: id, StageName, Amount, Probability, CloseDate, ForecastCategory };
    rows.push(row(scene, 'OpportunityHistory', { ...values, SystemModstamp: at }, at));
  }
  return rows;
}

const moved = (before: Values, after: Values) =>
  ['StageName', 'Amount', 'Probability', 'CloseDate'].some((name) => before[name] !== after[name]);

/** A row of a history object, made by the person of the scene. */
export function row(scene: Scene, type: ObjectDef['name'], values: Values, at: string): Change {
  const id = scene.world.newId(scene.org.info.name, type);
  const empty = Object.fromEntries(objectOf(type).fields.map((field) => [field.name, field.usual]));
  const whole = { ...empty, ...values, Id: id, CreatedDate: at, CreatedById: scene.user, IsDeleted: false };
  return { kind: 'record', record: { org: scene.org.info.name, type, id, deleted: false, values: whole } };
}
