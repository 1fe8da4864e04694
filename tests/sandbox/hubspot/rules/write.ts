// Creating and changing records by HubSpot's rules. Throws Refusal; nothing is changed before every rule is met.
import type { Change } from '../change';
import type { CrmRecord, End, TypeName } from '../model';
import { valueIn } from '../model';
import { type Detail, invalid, Refusal } from '../problem';
import { associationType } from '../types';
import type { Scene } from '../world';
import { consequences } from './consequences';
import { decideLifecycle } from './lifecycle';
import { newRecord, origin, withValues } from './record';
import { missingValues } from './required';
import { normalise } from './values';

export type NewLink = { to: End; typeId: number };

/** Changes a record; the answer is the record as it is afterwards. */
export function update(scene: Scene, record: CrmRecord, input: Record<string, string>): CrmRecord {
  const values = accepted(scene, record, record.type, 'update', input);
  refuseDouble(scene, record.type, values, record.id);
  const changed = withValues(record, values, scene.world.clock().toISOString(), scene.author);
  scene.world.store.commit([{ kind: 'record', record: changed }]);
  return changed;
}

/** Makes a record with its associations, as one. */
export function create(
  scene: Scene,
  type: TypeName,
  input: Record<string, string>,
  asked: NewLink[],
): CrmRecord {
  const { portal, world, author } = scene;
  const links = asked.flatMap((one) => toKept(scene, one));
  const values = accepted(scene, null, type, 'create', input);
  refuseDouble(scene, type, values, null);
  if (type === 'leads' && !links.some((link) => link.to.type === 'contacts')) {
    throw invalid([{ message: 'A lead must be associated with a contact.', code: 'MISSING_ASSOCIATION' }]);
  }
  for (const link of links) checkLink(scene, type, link);
  const at = world.clock().toISOString();
  const id = portal.nextId(type);
  const bare = newRecord(portal.info.id, type, id, at);
  const born = { ...bare, history: { ...bare.history, ...origin(at, author) } };
  const record = withValues(born, values, at, author);
  const changes: Change[] = [{ kind: 'record', record }, ...linkChanges(scene, { type, id }, links)];
  world.store.commit([
    ...changes,
    ...consequences(
      scene,
      { type, id },
      links.map((link) => link.to),
      at,
    ),
  ]);
  return record;
}

/** Links two records that exist, in both directions. */
export function link(scene: Scene, from: End, links: NewLink[]) {
  for (const item of links) checkLink(scene, from.type, item);
  const at = scene.world.clock().toISOString();
  const fresh = links.filter(
    (item) =>
      !scene.portal.linksOf(from).some((old) => old.to.id === item.to.id && old.to.type === item.to.type),
  );
  scene.world.store.commit([
    ...linkChanges(scene, from, links),
    ...consequences(
      scene,
      from,
      fresh.map((item) => item.to),
      at,
    ),
  ]);
}

/** A link to a record that was merged into another, as the settings have it. */
function toKept({ portal, world }: Scene, link: NewLink): NewLink[] {
  const { mergedLinks } = world.settings;
  const record = portal.find(link.to.type, link.to.id);
  if (!record || record.id === link.to.id || mergedLinks === 'old') return [link];
  if (mergedLinks === 'kept') return [{ ...link, to: { ...link.to, id: record.id } }];
  if (mergedLinks === 'dropped') return [];
  throw missing(link);
}

const missing = ({ to }: NewLink) =>
  new Refusal(404, 'OBJECT_NOT_FOUND', `The ${to.type} record ${to.id} to associate does not exist.`, {
    context: { id: [to.id] },
  });

function linkChanges(scene: Scene, from: End, links: NewLink[]): Change[] {
  const portal = scene.portal.info.id;
  return links.flatMap(({ to, typeId }): Change[] => {
    const inverse = associationType(from.type, to.type, typeId)?.inverse ?? typeId;
    return [
      { kind: 'link', link: { portal, from, to, typeId } },
      { kind: 'link', link: { portal, from: to, to: from, typeId: inverse } },
    ];
  });
}

function checkLink(scene: Scene, from: TypeName, { to, typeId }: NewLink) {
  if (!associationType(from, to.type, typeId)) {
    throw new Refusal(
      400,
      'VALIDATION_ERROR',
      `${typeId} is no association type from ${from} to ${to.type}.`,
    );
  }
  const target = scene.portal.find(to.type, to.id);
  if (!target || target.archivedAt) {
    throw missing({ to, typeId });
  }
}

/** The values in their kept form, without those that are silently not taken. */
function accepted(
  { portal, world }: Scene,
  record: CrmRecord | null,
  type: TypeName,
  action: 'create' | 'update',
  input: Record<string, string>,
): Record<string, string> {
  const errors: Detail[] = [];
  const values: Record<string, string> = {};
  for (const [name, raw] of Object.entries(input)) {
    const property = portal.property(type, name);
    if (!property) {
      const message = `Property "${name}" does not exist`;
      errors.push({ message, code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: [name] } });
      continue;
    }
    const result = normalise(portal, property, raw);
    if ('error' in result) {
      errors.push(result.error);
      continue;
    }
    const from = record ? valueIn(record, name) : '';
    const verdict =
      name === 'lifecyclestage' ? decideLifecycle(world.settings, property, from, result.value) : 'set';
    if (typeof verdict === 'object') errors.push(verdict);
    else if (verdict === 'set') values[name] = result.value;
  }
  errors.push(...stageErrors(portal.pipelines[type] ?? [], type, record, values));
  const after = (name: string) => values[name] ?? (record ? valueIn(record, name) : '');
  if (errors.length === 0) errors.push(...missingValues(world.settings, type, action, values, after));
  if (errors.length > 0) throw invalid(errors);
  return values;
}

/** A stage must belong to the pipeline that the record is in. */
function stageErrors(
  pipelines: { id: string; stages: { id: string }[] }[],
  type: TypeName,
  record: CrmRecord | null,
  values: Record<string, string>,
): Detail[] {
  const [pipelineName, stageName] =
    type === 'leads' ? ['hs_pipeline', 'hs_pipeline_stage'] : ['pipeline', 'dealstage'];
  const stage = values[stageName];
  if (!stage || pipelines.length === 0) return [];
  const chosen = values[pipelineName] ?? ((record && valueIn(record, pipelineName)) || pipelines[0]?.id);
  if (values[pipelineName] === undefined && !record && chosen) values[pipelineName] = chosen;
  if (pipelines.find((item) => item.id === chosen)?.stages.some((item) => item.id === stage)) return [];
  const message = `Pipeline stage ${stage} was not one of the stages of pipeline ${chosen}`;
  return [{ message, code: 'INVALID_OPTION', context: { propertyName: [stageName] } }];
}

function refuseDouble(
  { portal }: Scene,
  type: TypeName,
  values: Record<string, string>,
  self: string | null,
) {
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || !portal.property(type, name)?.hasUniqueValue) continue;
    const other = portal
      .all(type)
      .find(
        (record) =>
          record.id !== self && !record.archivedAt && !record.mergedInto && valueIn(record, name) === value,
      );
    if (other) {
      const message =
        type === 'contacts'
          ? `Contact already exists. Existing ID: ${other.id}`
          : `${name} is taken by ${other.id}`;
      throw new Refusal(409, 'CONFLICT', message);
    }
  }
}
