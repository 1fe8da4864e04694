// Merging two records of a kind: what belongs to the lost one goes to the kept one, which the lost one then names.
import type { Change } from '../change';
import type { SfRecord } from '../model';
import { refuse } from '../problem';
import { objectOf } from '../schema/objects';
import { nowIn, type Scene } from '../world';
import { guardChange } from './access';

export function merge(scene: Scene, kept: SfRecord, lost: SfRecord) {
  guardChange(scene, kept);
  guardChange(scene, lost);
  if (kept.type !== lost.type || kept.id === lost.id)
    throw refuse('INVALID_OPERATION', 'two records of one kind are merged', []);
  const at = nowIn(scene.world);
  const become = (record: SfRecord, values: SfRecord['values'], deleted = record.deleted): Change => ({
    kind: 'record',
    record: { ...record, deleted, values: { ...record.values, ...values, SystemModstamp: at } },
  });
  const children = objectOf(lost.type).children.flatMap(({ type, field }) =>
    scene.org
      .all(type)
      .filter((child) => child.values[field] === lost.id)
      .map((child) => become(child, { [field]: kept.id })),
  );
  scene.world.store.commit([
    ...children,
    become(kept, { LastModifiedDate: at, LastModifiedById: scene.user }),
    become(lost, { IsDeleted: true, MasterRecordId: kept.id }, true),
  ]);
}
