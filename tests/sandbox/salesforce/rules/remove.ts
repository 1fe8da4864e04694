// Deleting a record: it goes to the recycle bin, with what belongs to it alone; and taking it out of there again.
import type { Change } from '../change';
import type { ObjectName, SfRecord } from '../model';
import { refuse } from '../problem';
import { objectOf } from '../schema/objects';
import { nowIn, type Scene } from '../world';
import { guardChange } from './access';

const owned: ObjectName[] = ['OpportunityContactRole', 'CampaignMember', 'EmailMessageRelation'];

export function remove(scene: Scene, record: SfRecord | null) {
  guardChange(scene, record);
  if (!objectOf(record.type).deletable)
    throw refuse('CANNOT_DELETE_ENTITY', `entity type cannot be deleted: ${record.type}`, []);
  const gone = (one: SfRecord): Change => ({
    kind: 'record',
    record: {
      ...one,
      deleted: true,
      values: { ...one.values, IsDeleted: true, SystemModstamp: nowIn(scene.world) },
    },
  });
  const children = objectOf(record.type)
    .children.filter(({ type }) => owned.includes(type))
    .flatMap(({ type, field }) => scene.org.all(type).filter((child) => child.values[field] === record.id));
  scene.world.store.commit([gone(record), ...children.map(gone)]);
}

/** Takes a record out of the recycle bin, with what went there at the same time because it belonged to it. */
export function undelete(scene: Scene, record: SfRecord | null) {
  if (!record?.deleted) throw refuse('UNDELETE_FAILED', 'Entity is not in the recycle bin', []);
  if (!objectOf(record.type).deletable)
    throw refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Entity type is not undeletable', []);
  const at = nowIn(scene.world);
  const back = (one: SfRecord): Change => ({
    kind: 'record',
    record: {
      ...one,
      deleted: false,
      values: {
        ...one.values,
        IsDeleted: false,
        SystemModstamp: at,
        ...('MasterRecordId' in one.values && { MasterRecordId: null }),
      },
    },
  });
  const children = objectOf(record.type)
    .children.filter(({ type }) => owned.includes(type))
    .flatMap(({ type, field }) =>
      [...(scene.org.records.get(type)?.values() ?? [])].filter(
        (child) =>
          child.deleted &&
          child.values[field] === record.id &&
          child.values.SystemModstamp === record.values.SystemModstamp,
      ),
    );
  scene.world.store.commit([back(record), ...children.map(back)]);
}
