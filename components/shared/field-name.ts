// A field's label, with the kind of record that has it where the label doesn't say.
import type { StageField } from '@/lib/record/mapping';

/** "Lifecycle stage", "Lead Status", "Stage (Opportunity)". */
export function fieldName({ label, object }: StageField): string {
  const says = object === undefined || label.toLowerCase().includes(object.toLowerCase().replace(/s$/, ''));
  return says ? label : `${label} (${object})`;
}
