// The UI API's picklists of a record type.

import { to18 } from '../ids';
import type { FieldDef, ObjectDef } from '../model';
import { notFound, refuse } from '../problem';
import { seesField } from '../rules/access';
import { picksFor } from '../rules/picks';
import { fieldOf } from '../schema/objects';
import { MASTER } from '../schema/picklists';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';
import { objectAt } from './records';

function recordTypeOf(scene: Scene, object: ObjectDef, asked: string): string {
  const id = to18(asked);
  if (id === MASTER) return MASTER;
  const type = id && scene.org.find('RecordType', id);
  if (!id || !type || type.values.SobjectType !== object.name)
    throw refuse(
      'INVALID_RECORD_TYPE_ID',
      `Record type ${asked} is not one of ${object.name}.`,
      undefined,
      404,
    );
  return id;
}

/**
 * The values of the controlling field by number; none for an independent picklist.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm
 */
function controlling(scene: Scene, object: ObjectDef, field: FieldDef, type: string): Record<string, number> {
  const controller = field.controller && fieldOf(object, field.controller.field);
  if (!controller) return {};
  if (controller.type === 'boolean') return { false: 0, true: 1 };
  return Object.fromEntries(
    picksFor(scene.org, object, controller, type).map(({ value }, index) => [value, index]),
  );
}

function shownValues(scene: Scene, call: Call, object: ObjectDef, field: FieldDef, type: string) {
  const offered = picksFor(scene.org, object, field, type);
  const controllerValues = controlling(scene, object, field, type);
  const shown = offered
    .filter((option) => option.active)
    .map(({ value, label }) => ({
      ...{ attributes: null, label, value },
      validFor: Object.entries(controllerValues)
        .filter(([one]) => field.controller?.offers[one]?.includes(value))
        .map(([, index]) => index),
    }));
  const usual = offered.find((option) => option.isDefault)?.value;
  return {
    controllerValues,
    defaultValue: shown.find((option) => option.value === usual) ?? null,
    url: `/services/data/${call.version}/ui-api/object-info/${object.name}/picklist-values/${type}/${field.name}`,
    values: shown,
  };
}

function one(scene: Scene, call: Call, name = '', typeId = '', fieldName = ''): Answer {
  const object = objectAt(scene, name);
  const field = fieldOf(object, fieldName);
  if (!field || field.values.length === 0 || !seesField(scene, object, field)) throw notFound();
  const type = recordTypeOf(scene, object, typeId);
  return ok({ eTag: `${type}${field.name}`, ...shownValues(scene, call, object, field, type) });
}

function all(scene: Scene, call: Call, name = '', typeId = ''): Answer {
  const object = objectAt(scene, name);
  const type = recordTypeOf(scene, object, typeId);
  const fields = object.fields.filter((field) => field.values.length > 0 && seesField(scene, object, field));
  const picklistFieldValues = Object.fromEntries(
    fields.map((field) => [field.name, shownValues(scene, call, object, field, type)]),
  );
  return ok({ eTag: `${type}${object.name}`, picklistFieldValues });
}

export const uiRoutes: Route[] = [
  route('GET', /^\/ui-api\/object-info\/(\w+)\/picklist-values\/(\w+)\/(\w+)$/, one),
  route('GET', /^\/ui-api\/object-info\/(\w+)\/picklist-values\/(\w+)$/, all),
];
