// Deleting a record: it goes to the recycle bin, with what belongs to it alone.
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
