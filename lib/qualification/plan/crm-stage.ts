// Where the CRM itself says that a record stands: which stage or outcome of the playbook its fields' values tell.
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { StageValue } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';

/** A playbook's stages, lowest first, and its outcomes; their ids are all that is asked of them. */
type Ladder = { stages: readonly { id: string }[]; outcomes: readonly { id: string }[] };

/**
 * What one value of a field tells. mapped: a stage or outcome itself. between: it lies between two steps that stand for
 * stages, so it counts as the lower one (`value`, which stands for `id`; `next` is the upper value). none: the mapping
 * gives it no meaning, whatever stands beside it in the list.
 */
export type Meaning =
  | { kind: 'mapped'; id: string }
  | { kind: 'between'; id: string; value: string; next: string }
  | { kind: 'none' };

/** The values of a field that a mapping gives a stage or outcome; several: any of them tells it, the first is written. */
export function valuesFor(mapping: StageMapping, id: string, field: string): string[] {
  const entries = own(mapping, id) ?? [];
  return entries.filter((entry) => entry.field === field).map((entry) => entry.value);
}

/** The highest stage, else the first outcome, that a value is mapped to; null where it is to none. */
function mappedTo(playbook: Ladder, mapping: StageMapping, field: string, value: string): string | null {
  const ids = [...playbook.stages.toReversed(), ...playbook.outcomes].map((one) => one.id);
  return ids.find((id) => valuesFor(mapping, id, field).includes(value)) ?? null;
}

/**
 * The meaning of a value. An order of options is a meaning only between two that were given one: what an org adds later
 * comes last in the list ("Denied"), and what comes after the last step is anything. Pure and total.
 */
export function meaningOf(
  playbook: Ladder,
  mapping: StageMapping,
  field: StageField | undefined,
  value: string,
): Meaning {
  if (!field) return { kind: 'none' };
  const id = mappedTo(playbook, mapping, field.field, value);
  if (id !== null) return { kind: 'mapped', id };
  const here = field.options.find((option) => option.value === value);
  // What ends the ladder, stands beside it or comes about by other means is nothing but itself.
  if (!field.spans || !here || here.final || here.aside || here.by !== undefined) return { kind: 'none' };
  const known = field.options
    .flatMap((option) => {
      const its = mappedTo(playbook, mapping, field.field, option.value);
      return its === null
        ? []
        : [{ option, id: its, at: playbook.stages.findIndex((one) => one.id === its) }];
    })
    .sort((a, b) => a.option.order - b.option.order);
  const below = known.findLast(({ option }) => option.order < here.order);
  const above = known.find(({ option }) => option.order > here.order);
  if (!below || !above || below.at < 0 || above.at < below.at) return { kind: 'none' };
  if (below.option.final || below.option.by !== undefined) return { kind: 'none' };
  return { kind: 'between', id: below.id, value: below.option.value, next: above.option.value };
}

/** The mapped value that stands for the one which a record has: itself, or the lower of the two that it lies between. */
export function mappedValue(
  playbook: Ladder,
  mapping: StageMapping,
  field: StageField | undefined,
  value: string,
): string {
  const meaning = meaningOf(playbook, mapping, field, value);
  return meaning.kind === 'between' ? meaning.value : value;
}

/** How many stages of the playbook lie from `from` (null: below the first) up to `to`; 0 where `to` is not above. */
export function stagesAbove(
  playbook: Pick<Ladder, 'stages'>,
  from: string | null,
  to: string | null,
): number {
  const at = (id: string | null) => playbook.stages.findIndex((stage) => stage.id === id);
  return Math.max(0, at(to) - at(from));
}

/**
 * The highest stage or outcome whose mapped values are what the CRM's fields hold; null when none is mapped or none
 * fits. Fields that this kind of record doesn't have, or that nobody filled in, say nothing of it.
 */
export function crmStage(
  playbook: Ladder,
  mapping: StageMapping,
  stages: StageValue[],
  fields: StageField[],
): string | null {
  const held = new Map(
    stages.map(({ field, value }) => {
      const known = fields.find((one) => one.field === field);
      return [field, mappedValue(playbook, mapping, known, value)];
    }),
  );
  const fits = (id: string) => {
    const its = [...new Set((own(mapping, id) ?? []).map(({ field }) => field))].filter(
      (field) => (held.get(field) ?? '') !== '',
    );
    return (
      its.length > 0 && its.every((field) => valuesFor(mapping, id, field).includes(held.get(field) ?? ''))
    );
  };
  const ids = [...playbook.stages.toReversed(), ...playbook.outcomes].map((one) => one.id);
  return ids.find(fits) ?? null;
}

/**
 * True where the CRM has a stage in its own words and the mapping gives none of them a meaning: then nothing may be read
 * into it. Values that end the ladder (won, lost) say themselves what they are.
 */
export function isUnmapped(
  playbook: Ladder,
  mapping: StageMapping,
  stages: StageValue[],
  fields: StageField[],
): boolean {
  const said = stages.filter(({ value, carries }) => value !== '' && carries === undefined);
  return (
    said.length > 0 &&
    said.every(({ field, value }) => {
      const known = fields.find((one) => one.field === field);
      const final = known?.options.find((option) => option.value === value)?.final === true;
      return !final && meaningOf(playbook, mapping, known, value).kind === 'none';
    })
  );
}
