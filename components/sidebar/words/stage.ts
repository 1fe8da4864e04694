// The CRM's own stage, told on our ladder.
import type { Playbook } from '@/lib/playbook/schema';
import type { StageMapping } from '@/lib/qualification/mapping';
import type { StageValue } from '@/lib/qualification/snapshot';

/**
 * The highest stage or outcome whose mapped values are exactly what the CRM's fields hold; null when none is mapped
 * or none fits. Fields that this kind of record doesn't have say nothing of it.
 */
export function crmStage(playbook: Playbook, mapping: StageMapping, stages: StageValue[]): string | null {
  const held = new Map(stages.map((stage) => [stage.field, stage.value]));
  const fits = (id: string) => {
    const values = (mapping[id] ?? []).filter(({ field }) => held.has(field));
    return values.length > 0 && values.every(({ field, value }) => held.get(field) === value);
  };
  const ids = [...playbook.stages.toReversed(), ...playbook.outcomes].map((one) => one.id);
  return ids.find(fits) ?? null;
}

/** The CRM's stage fields in its own words: "Lead · Connected"; '' when all are empty. */
export function crmStageWords(stages: StageValue[]): string {
  return stages
    .filter((stage) => stage.value !== '')
    .map((stage) => stage.text || stage.value)
    .join(' · ');
}
