// Which way a change of a stage field goes: by the playbook's order of what its values stand for, and by the CRM's own.
import type { Playbook } from '@/lib/playbook/schema';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { Decision } from '../answers/draft';
import { mappedValue, valuesFor } from './crm-stage';

/**
 * back: to a lower stage. reopens: from an outcome to a stage. unknown: over a value that the mapping gives no meaning,
 * so that nobody can say which of the two is higher. forward: any other.
 */
export type Course = 'forward' | 'back' | 'reopens' | 'unknown';

export type CourseInput = {
  playbook: Pick<Playbook, 'stages' | 'outcomes'>;
  mapping: StageMapping;
  field: StageField;
  decision: Decision;
  from: string;
  to: string;
};

const optionOf = ({ options }: StageField, value: string) => options.find((option) => option.value === value);

/** Earlier in a ladder that the CRM keeps; an unknown or empty value is on no rung. */
export function isDown(field: StageField, from: string, to: string): boolean {
  if (!field.ordered) return false;
  const before = optionOf(field, from);
  const after = optionOf(field, to);
  return before !== undefined && after !== undefined && after.order < before.order;
}

/** A value that no stage and no outcome stands for: only a ladder that the CRM itself keeps tells where it lies. */
function ofUnmapped({ field, from, to }: CourseInput): Course {
  const here = optionOf(field, from);
  const there = optionOf(field, to);
  if (!field.ordered || !here || !there || here.aside || here.final) return 'unknown';
  return here.order < there.order ? 'forward' : 'back';
}

/** Pure and total. A reason's field has no order, and what was empty was nothing. */
export function courseOf(input: CourseInput): Course {
  const { playbook, mapping, field, decision, from, to } = input;
  if (field.carries === 'reason' || from === '') return 'forward';
  const held = mappedValue(playbook, mapping, field, from);
  const stands = (id: string) => valuesFor(mapping, id, field.field).includes(held);
  const highest = playbook.stages.findLastIndex(({ id }) => stands(id));
  const mapped = highest >= 0 || playbook.outcomes.some(({ id }) => stands(id));
  if (decision.kind === 'outcome') {
    if (mapped) return isDown(field, from, to) ? 'back' : 'forward';
    // A field that tells outcomes alone says nothing of a stage that could be lost.
    const tellsStages = playbook.stages.some(({ id }) => valuesFor(mapping, id, field.field).length > 0);
    return tellsStages ? ofUnmapped(input) : 'forward';
  }
  if (highest > playbook.stages.findIndex(({ id }) => id === decision.stage)) return 'back';
  if (highest < 0) return mapped ? 'reopens' : ofUnmapped(input);
  return isDown(field, from, to) ? 'back' : 'forward';
}
