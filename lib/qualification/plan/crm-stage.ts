// Where the CRM itself says that a record stands: which stage or outcome of the playbook its fields' values tell.
import type { Playbook } from '@/lib/playbook/schema';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { StageValue } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';

/** The values of a field that a mapping gives a stage or outcome; several: any of them tells it, the first is written. */
export function valuesFor(mapping: StageMapping, id: string, field: string): string[] {
  const entries = own(mapping, id) ?? [];
  return entries.filter((entry) => entry.field === field).map((entry) => entry.value);
}

/**
 * The mapped value that stands for the one which a record has: itself, or, in a field with more steps than the playbook
 * has stages (`spans`), the nearest mapped one before it. A value that ends the ladder or stands beside it is nothing but itself.
 */
export function mappedValue(field: StageField | undefined, value: string, mapping: StageMapping): string {
  if (!field?.spans) return value;
  const mapped = new Set(
    Object.values(mapping).flatMap((entries) =>
      entries.filter((entry) => entry.field === field.field).map((entry) => entry.value),
    ),
  );
  if (mapped.has(value)) return value;
  const here = field.options.find((option) => option.value === value);
  if (!here || here.final || here.aside) return value;
  const before = field.options
    .filter(
      (option) => mapped.has(option.value) && !option.final && !option.aside && option.order < here.order,
    )
    .sort((a, b) => b.order - a.order);
  return before[0]?.value ?? value;
}

/** How many stages of the playbook lie from `from` (null: below the first) up to `to`; 0 where `to` is not above. */
export function stagesAbove(
  playbook: Pick<Playbook, 'stages'>,
  from: string | null,
  to: string | null,
): number {
  const at = (id: string | null) => playbook.stages.findIndex((stage) => stage.id === id);
  return Math.max(0, at(to) - at(from));
}

/**
 * The highest stage or outcome whose mapped values are what the CRM's fields hold; null when none is mapped or none
 * fits. Fields that this kind of record doesn't have say nothing of it.
 */
export function crmStage(
  playbook: Pick<Playbook, 'stages' | 'outcomes'>,
  mapping: StageMapping,
  stages: StageValue[],
  fields: StageField[],
): string | null {
  const held = new Map(
    stages.map(({ field, value }) => {
      const known = fields.find((one) => one.field === field);
      return [field, mappedValue(known, value, mapping)];
    }),
  );
  const fits = (id: string) => {
    const its = [...new Set((own(mapping, id) ?? []).map(({ field }) => field))].filter((field) =>
      held.has(field),
    );
    return (
      its.length > 0 && its.every((field) => valuesFor(mapping, id, field).includes(held.get(field) ?? ''))
    );
  };
  const ids = [...playbook.stages.toReversed(), ...playbook.outcomes].map((one) => one.id);
  return ids.find(fits) ?? null;
}
