// The CRM's own stage in words.
import type { StageValue } from '@/lib/record/snapshot';

/** The CRM's stage fields in its own words: "Lead · Connected"; '' when all are empty. */
export function crmStageWords(stages: StageValue[]): string {
  return stages
    .filter((stage) => stage.value !== '' && stage.carries === undefined)
    .map((stage) => stage.text || stage.value)
    .join(' · ');
}
