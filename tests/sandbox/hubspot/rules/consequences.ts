// What HubSpot itself changes when records become linked: roll-ups, and the stage move that a portal may have on.
import type { Change } from '../change';
import type { CrmRecord, End, TypeName } from '../model';
import { valueIn } from '../model';
import type { Scene } from '../world';
import { withValues } from './record';

const activities: TypeName[] = ['notes', 'tasks', 'calls', 'meetings', 'emails', 'communications'];

/** The changes of the records at the far end of new links from `from`. */
export function consequences(scene: Scene, from: End, to: End[], at: string): Change[] {
  const targets = to.flatMap((end) => {
    const record = scene.portal.find(end.type, end.id);
    return record ? [record] : [];
  });
  return targets.flatMap((target): Change[] => {
    const values = { ...rollUp(from.type, target, at), ...stageMove(scene, from.type, target) };
    if (Object.keys(values).length === 0) return [];
    const author = { sourceType: 'CALCULATED', sourceId: 'RollupProperties' };
    return [{ kind: 'record', record: withValues(target, values, at, author) }];
  });
}

function rollUp(type: TypeName, target: CrmRecord, at: string): Record<string, string> {
  const more = (name: string) => String(Number(valueIn(target, name) || '0') + 1);
  if (type === 'deals' && (target.type === 'contacts' || target.type === 'companies')) {
    return { num_associated_deals: more('num_associated_deals') };
  }
  if (!activities.includes(type) || activities.includes(target.type) || target.type === 'leads') return {};
  return { notes_last_updated: at, num_notes: more('num_notes') };
}

function stageMove({ world, portal }: Scene, type: TypeName, target: CrmRecord): Record<string, string> {
  if (!world.settings.dealMovesContact || type !== 'deals' || target.type !== 'contacts') return {};
  const options = portal.property('contacts', 'lifecyclestage')?.options ?? [];
  const order = (value: string) => options.find((option) => option.value === value)?.displayOrder ?? -1;
  const behind = order(valueIn(target, 'lifecyclestage')) < order('opportunity');
  return behind ? { lifecyclestage: 'opportunity' } : {};
}
