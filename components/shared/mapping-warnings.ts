// What is doubtful about a stage mapping, in words: pure, so that the same words stand in welcome and console.
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { own } from '@/lib/util/object';
import { fieldName } from './field-name';

/** A stage or outcome of the playbook that the mapping speaks of. Stages come lowest first. */
export type MappingTarget = { id: string; name: string; kind: 'stage' | 'outcome' | 'reason' };

/** Something to look at; `target` says beside which row, null where it is about several. */
export type MappingWarning = {
  kind: 'gone' | 'hidden' | 'order' | 'same';
  target: string;
  text: string;
};

/**
 * Checks a mapping against what the CRM offers and against the playbook's order.
 * gone: the value (or its field) isn't offered. hidden: offered, but hidden from people in the CRM.
 * order: a later stage stands for an earlier option of an ordered field. same: two stages can’t be told apart.
 */
export function mappingWarnings(
  fields: StageField[],
  targets: MappingTarget[],
  mapping: StageMapping,
  crmName: string,
): MappingWarning[] {
  return [
    ...targets.flatMap((target) => offerWarnings(fields, target, mapping, crmName)),
    ...orderWarnings(fields, targets, mapping, crmName),
    ...sameWarnings(targets, mapping, crmName),
  ];
}

function offerWarnings(
  fields: StageField[],
  target: MappingTarget,
  mapping: StageMapping,
  crmName: string,
): MappingWarning[] {
  return (own(mapping, target.id) ?? []).flatMap(({ field, value }): MappingWarning[] => {
    const known = fields.find((candidate) => candidate.field === field);
    const option = known?.options.find((candidate) => candidate.value === value);
    const where = known ? fieldName(known) : field;
    if (!option) {
      const text = `${crmName} doesn’t offer “${value}” in ${where}, so ${target.name} can’t be written there. Choose another value.`;
      return [{ kind: 'gone', target: target.id, text }];
    }
    if (!option.hidden || option.by !== undefined) return [];
    const text = `“${option.label}” is hidden in ${where}: people in ${crmName} can’t choose it themselves.`;
    return [{ kind: 'hidden', target: target.id, text }];
  });
}

function orderWarnings(
  fields: StageField[],
  targets: MappingTarget[],
  mapping: StageMapping,
  crmName: string,
): MappingWarning[] {
  const stages = targets.filter((target) => target.kind === 'stage');
  return fields
    .filter((field) => field.ordered)
    .flatMap((field) => {
      const placed = stages.flatMap((stage) => {
        const value = own(mapping, stage.id)?.find((entry) => entry.field === field.field)?.value;
        const option = field.options.find((candidate) => candidate.value === value);
        return option ? [{ stage, option }] : [];
      });
      return placed.flatMap((later, index): MappingWarning[] => {
        const above = placed.slice(0, index).findLast((earlier) => earlier.option.order > later.option.order);
        if (!above) return [];
        const text = `“${later.option.label}” comes before “${above.option.label}” in ${fieldName(field)}, so ${crmName} would take the step from ${above.stage.name} to ${later.stage.name} as a step back.`;
        return [{ kind: 'order', target: later.stage.id, text }];
      });
    });
}

function sameWarnings(targets: MappingTarget[], mapping: StageMapping, crmName: string): MappingWarning[] {
  const stages = targets.filter((target) => target.kind === 'stage');
  const print = (id: string) =>
    (own(mapping, id) ?? [])
      .map((entry) => `${entry.field}=${entry.value}`)
      .sort()
      .join('\n');
  return stages.flatMap((later, index): MappingWarning[] => {
    const twin = stages.slice(0, index).find((earlier) => print(earlier.id) === print(later.id));
    if (!twin || print(later.id) === '') return [];
    const text = `${twin.name} and ${later.name} have the same values: ${crmName} alone can’t tell them apart.`;
    return [{ kind: 'same', target: later.id, text }];
  });
}
