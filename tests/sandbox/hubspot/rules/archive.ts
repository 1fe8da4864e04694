// Archiving a record, and merging two: the merged one's id goes on answering with the survivor.
import type { Change } from '../change';
import type { CrmRecord } from '../model';
import { valueIn } from '../model';
import { associationType } from '../types';
import type { Scene } from '../world';
import { withValues } from './record';

export function archive({ world }: Scene, record: CrmRecord) {
  const at = world.clock().toISOString();
  world.store.commit([{ kind: 'record', record: { ...record, archivedAt: at, updatedAt: at } }]);
}

/** The first one's values come first, in it or in a new record that takes the place of both. */
export function merge(scene: Scene, first: CrmRecord, second: CrmRecord): CrmRecord {
  if (!scene.world.settings.mergeMakesNew) return join(scene, first, second);
  const id = scene.portal.nextId(first.type);
  const own = [{ value: id, timestamp: scene.world.clock().toISOString(), ...scene.author }];
  const fresh = { ...first, id, history: { ...first.history, hs_object_id: own } };
  return join(scene, join(scene, fresh, first), second);
}

/** The survivor keeps its values, takes what it lacks, and takes over all links. */
function join(scene: Scene, survivor: CrmRecord, gone: CrmRecord): CrmRecord {
  const { world, portal, author } = scene;
  const at = world.clock().toISOString();
  const taken: Record<string, string> = {};
  for (const name of Object.keys(gone.history)) {
    if (valueIn(survivor, name) === '' && valueIn(gone, name) !== '') taken[name] = valueIn(gone, name);
  }
  const before = valueIn(survivor, 'hs_merged_object_ids');
  if (portal.property(survivor.type, 'hs_merged_object_ids')) {
    taken.hs_merged_object_ids = [before, gone.id].filter(Boolean).join(';');
  }
  const merged = withValues(survivor, taken, at, { ...author, sourceType: 'MERGE_OBJECTS' });
  const self = { type: survivor.type, id: survivor.id };
  const links = portal.linksOf(gone).flatMap((link): Change[] => {
    const inverse = associationType(link.from.type, link.to.type, link.typeId)?.inverse ?? link.typeId;
    return [
      { kind: 'link', link: { ...link, from: self } },
      { kind: 'link', link: { ...link, from: link.to, to: self, typeId: inverse } },
      {
        kind: 'unlink',
        link: { ...link, from: link.to, to: { type: gone.type, id: gone.id }, typeId: inverse },
      },
    ];
  });
  world.store.commit([
    { kind: 'record', record: merged },
    { kind: 'record', record: { ...gone, mergedInto: survivor.id, updatedAt: at } },
    ...links,
  ]);
  return merged;
}
