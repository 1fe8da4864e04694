// Creating and changing records by the org's rules. Throws Refusal; nothing is changed before every rule is met.
import type { Change } from '../change';
import type { ObjectDef, SfRecord, Values } from '../model';
import { Refusal, refuse, type SfError } from '../problem';
import { fieldOf } from '../schema/objects';
import { CONVERTED_STATUS } from '../schema/picklists';
import { nowIn, type Scene } from '../world';
import { guardChange, guardCreate, guardRow, seesField, writesField } from './access';
import { checkRules, unmet } from './demands';
import { derived } from './derive';
import { guardDuplicates } from './duplicates';
import { historyRows } from './history';
import { usualRecordType } from './picks';
import { isError, keptValue } from './values';

/** `assign`: the org's assignment rules run. */
export type Options = { allowDuplicates?: boolean; assign?: boolean };
type Input = Record<string, unknown>;

/** Makes a record; the answer is the record. */
export function create(scene: Scene, object: ObjectDef, input: Input, options: Options = {}): SfRecord {
  guardCreate(scene, object);
  const given = accepted(scene, object, input, 'createable');
  const at = nowIn(scene.world);
  const id = scene.world.newId(scene.org.info.name, object.name);
  const usual: Values = Object.fromEntries(object.fields.map((field) => [field.name, field.usual]));
  if ('OwnerId' in usual) usual.OwnerId = scene.user;
  if ('RecordTypeId' in usual) usual.RecordTypeId = usualRecordType(scene.org, object);
  const stamps = {
    Id: id,
    CreatedDate: at,
    CreatedById: scene.user,
    LastModifiedDate: at,
    LastModifiedById: scene.user,
    SystemModstamp: at,
  };
  const values = derived(
    scene,
    object.name,
    { ...usual, ...given, ...assigned(scene, object, options), ...stamps },
    null,
  );
  // A row that hangs on another one locks it while it is written.
  for (const field of object.fields.filter((item) => item.type === 'reference'))
    if (typeof given[field.name] === 'string') guardRow(scene, String(given[field.name]));
  judge(scene, object, values, null, options);
  const record = { org: scene.org.info.name, type: object.name, id, deleted: false, values };
  scene.world.store.commit([
    { kind: 'record', record },
    ...historyRows(scene, object, id, null, values),
    ...primaryRole(scene, record),
  ]);
  return record;
}

/** Changes a record; the answer is the record as it is afterwards. */
export function update(
  scene: Scene,
  object: ObjectDef,
  record: SfRecord | null,
  input: Input,
  options: Options = {},
): SfRecord {
  guardChange(scene, record);
  const given = accepted(scene, object, input, 'updateable');
  const at = nowIn(scene.world);
  const stamps = { LastModifiedDate: at, LastModifiedById: scene.user, SystemModstamp: at };
  const before = record.values;
  const values = derived(
    scene,
    object.name,
    { ...before, ...given, ...flowed(scene, object), ...assigned(scene, object, options), ...stamps },
    before,
  );
  judge(scene, object, values, record, options);
  const changed = { ...record, values };
  scene.world.store.commit([
    { kind: 'record', record: changed },
    ...historyRows(scene, object, record.id, before, values),
    ...primaryRole(scene, changed),
  ]);
  return changed;
}

const flowed = ({ settings }: Scene, { name }: ObjectDef): Values =>
  Object.fromEntries(
    settings.flows.filter((flow) => flow.object === name).map(({ field, to }) => [field, to]),
  );

/** After before-save flows and triggers, by the order of execution in the Apex guide: step 8 of it. */
function assigned({ settings, org }: Scene, { name }: ObjectDef, { assign }: Options): Values {
  const rule = assign ? settings.assignment.find(({ object }) => object === name) : undefined;
  const queue = rule && org.all('Group').find(({ values }) => values.DeveloperName === rule.queue);
  return queue ? { OwnerId: queue.id } : {};
}

function judge(scene: Scene, object: ObjectDef, values: Values, record: SfRecord | null, options: Options) {
  checkRules(scene, object);
  const { settings } = scene;
  if (
    object.name === 'Lead' &&
    values.Status === CONVERTED_STATUS &&
    record?.values.Status !== CONVERTED_STATUS &&
    settings.convertedStatus === 'refused'
  )
    throw refuse('INVALID_STATUS', `invalid status: ${CONVERTED_STATUS}: convert the lead instead`, [
      'Status',
    ]);
  const errors = unmet(scene, object, values, record?.values ?? null);
  if (errors.length > 0) throw new Refusal(400, errors);
  guardUnique(scene, object, values, record?.id ?? null);
  guardDuplicates(scene, object, values, record?.id ?? null, options.allowDuplicates === true);
  const broken = settings.automation.find((item) => item.object === object.name);
  if (broken) throw refuse(broken.errorCode, broken.message, []);
}

/**
 * Our external ids are unique as well, but where a setting says otherwise: no two records hold the same. The words are Salesforce's own for DUPLICATE_VALUE
 * (Object Reference, status codes of the SOAP API; the wording as orgs' logs on the web show it).
 */
function guardUnique(scene: Scene, object: ObjectDef, values: Values, own: string | null) {
  const shared = scene.settings.sharedExternalIds.filter((path) => path.object === object.name);
  for (const { name } of object.fields.filter((field) => field.externalId)) {
    if (shared.some(({ field }) => field === name)) continue;
    const value = values[name];
    if (typeof value !== 'string' || value === '') continue;
    const twin = scene.org.all(object.name).find((one) => one.id !== own && one.values[name] === value);
    if (twin)
      throw refuse(
        'DUPLICATE_VALUE',
        `duplicate value found: ${name} duplicates value on record with id: ${twin.id.slice(0, 15)}`,
        [],
      );
  }
}

/** The input's values in their kept form. Refuses fields that aren't there, or that the caller may not write. */
function accepted(
  scene: Scene,
  object: ObjectDef,
  input: Input,
  access: 'createable' | 'updateable',
): Values {
  const values: Values = {};
  const barred: string[] = [];
  const errors: SfError[] = [];
  for (const [name, raw] of Object.entries(input)) {
    if (name === 'attributes') continue;
    const field = fieldOf(object, name);
    if (!field || !seesField(scene, object, field))
      throw refuse('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    if (!field[access] || !writesField(scene, object, field)) {
      barred.push(field.name);
      continue;
    }
    const value = keptValue(scene, field, raw);
    if (isError(value)) errors.push(value);
    else values[field.name] = value;
  }
  if (barred.length > 0)
    throw refuse(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${barred.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      barred,
    );
  if (errors.length > 0) throw new Refusal(400, errors);
  return values;
}

/** An opportunity has one primary contact: a new one takes the place of the old. */
function primaryRole(scene: Scene, role: SfRecord): Change[] {
  if (role.type !== 'OpportunityContactRole' || role.values.IsPrimary !== true) return [];
  const others = scene.org
    .all('OpportunityContactRole')
    .filter((other) => other.id !== role.id && other.values.OpportunityId === role.values.OpportunityId)
    .filter((other) => other.values.IsPrimary === true);
  const deal = scene.org.find('Opportunity', String(role.values.OpportunityId));
  const changes = others.map(
    (other): Change => ({
      kind: 'record',
      record: { ...other, values: { ...other.values, IsPrimary: false } },
    }),
  );
  if (deal)
    changes.push({
      kind: 'record',
      record: { ...deal, values: { ...deal.values, ContactId: role.values.ContactId ?? null } },
    });
  return changes;
}
