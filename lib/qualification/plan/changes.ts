// Which fields of the record change so that it tells the decision, and what the rep should know about it.
import type { Playbook } from '@/lib/playbook/schema';
import { reasonKey, type StageField, type StageMapping } from '@/lib/record/mapping';
import type { Snapshot } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';
import type { Decision } from '../answers/draft';
import { type Course, courseOf, isDown } from './course';
import { mappedValue, valuesFor } from './crm-stage';
import type { FieldChange } from './submission';

export type Notice = {
  kind:
    | 'backward'
    | 'reopens'
    | 'overwrites'
    | 'unmapped'
    | 'same'
    | 'override'
    | 'missing-option'
    | 'instead'
    | 'final'
    | 'elsewhere'
    | 'drift'
    | 'keep'
    | 'settled';
  text: string;
  /** The field that it is about; left out: the decision as a whole. */
  field?: string;
};

/** What the rep has to agree to by an act of its own, the gravest first. */
const grave: readonly Notice['kind'][] = ['backward', 'reopens', 'overwrites'];

/** The notices that ask for an agreement, the gravest first. */
export function graveNotices(notices: readonly Notice[]): Notice[] {
  return grave.flatMap((kind) => notices.filter((notice) => notice.kind === kind));
}

/** How a field without a value is told. */
export const EMPTY = '(empty)';

function optionLabel(field: StageField, value: string): string | null {
  return field.options.find((option) => option.value === value)?.label ?? null;
}

/** What keeps a field as it is: then the CRM doesn't say it already. */
const stays: readonly Notice['kind'][] = ['final', 'elsewhere'];

type Changes = { changes: FieldChange[]; notices: Notice[]; blocked: string | null };

/**
 * No changes, where a form of the CRM makes the change of stage itself; `name` is the decision's, `outcome` the one that
 * the CRM tells until then.
 */
export function insteadOf(
  form: { title: string },
  name: string,
  crmName: string,
  outcome: string | null,
): Changes {
  const text = `“${form.title}” makes it ${name} in ${crmName}, so no stage field is written.`;
  const reopens: Notice[] =
    outcome === null
      ? []
      : [
          {
            kind: 'reopens',
            text: `${crmName} says ${outcome}. “${form.title}” makes it ${name} all the same.`,
          },
        ];
  return { changes: [], notices: [{ kind: 'instead', text }, ...reopens], blocked: null };
}

/** No changes, where what the CRM says (`kept`) is ahead and stays; what could not be written anyway is told as ever. */
export function keptFields(
  decision: Decision,
  name: string,
  kept: string,
  input: Parameters<typeof fieldChanges>[2],
): Changes {
  const { crmName } = input.snapshot;
  const text = `${crmName} goes on saying ${kept}. The answers support ${name}: the note says so.`;
  const notices = fieldChanges(decision, name, input).notices.filter(({ kind }) => stays.includes(kind));
  return { changes: [], notices: [{ kind: 'keep', text }, ...notices], blocked: null };
}

/** What the rep should know of a change that is not plainly forward; null where it is. */
function courseNotice(
  course: Course,
  { field, label, fromText, toText, backward }: FieldChange,
  crm: string,
): Notice | null {
  switch (course) {
    case 'forward':
      return null;
    case 'back': {
      const may = backward ? ` ${crm} may refuse that; what it did is read back and shown.` : '';
      return { kind: 'backward', field, text: `${label} goes back from ${fromText} to ${toText}.${may}` };
    }
    case 'reopens':
      return {
        kind: 'reopens',
        field,
        text: `${label} goes from ${fromText} to ${toText}, so ${fromText} no longer holds.`,
      };
    case 'unknown':
      return {
        kind: 'overwrites',
        field,
        text: `${label} goes from ${fromText} to ${toText}. ${fromText} is not mapped, so we can’t tell whether this is a step back.`,
      };
  }
}

/**
 * The changes for a decision, from the snapshot's values to the mapped ones, with labels from `stageFields`. `name` is
 * the decision's name for the notices. Values already there need no change. `blocked`: the CRM no longer has what the
 * mapping names.
 */
export function fieldChanges(
  decision: Decision,
  name: string,
  input: {
    playbook: Pick<Playbook, 'stages' | 'outcomes'>;
    snapshot: Snapshot;
    mapping: StageMapping;
    stageFields: StageField[];
  },
): Changes {
  const { playbook, snapshot, mapping, stageFields } = input;
  const crm = snapshot.crmName;
  const id = decision.kind === 'stage' ? decision.stage : decision.outcome;
  // A CRM maps the fields of records of every kind; those that this record doesn't have, nor one beside it, say nothing.
  const read = new Set(snapshot.stages.map(({ field }) => field));
  const elsewhere = new Set(
    stageFields
      .filter(({ object }) => object !== undefined && object !== snapshot.ref.object)
      .map(({ field }) => field)
      .filter((field) => !read.has(field)),
  );
  const mappedTo = (key: string) =>
    (own(mapping, key) ?? [])
      .filter(({ field }) => !elsewhere.has(field))
      .map((entry) => ({ ...entry, key }));
  const stageTargets = mappedTo(id);
  const recordOf = (field: string) => snapshot.stages.find((one) => one.field === field)?.record?.id;
  // A record beside gets a reason only where it gets the outcome too: an open lead says nothing of why it was closed.
  const reasonTargets = (decision.kind === 'outcome' ? mappedTo(reasonKey(id, decision.reason)) : []).filter(
    ({ field }) => {
      const beside = recordOf(field);
      return beside === undefined || stageTargets.some((one) => recordOf(one.field) === beside);
    },
  );
  const targets = [...stageTargets, ...reasonTargets];
  const changes: FieldChange[] = [];
  const notices: Notice[] = [];
  let blocked: string | null = null;
  const seen = new Set<string>();
  for (const { field: fieldId, value, key } of targets) {
    if (seen.has(fieldId)) continue;
    seen.add(fieldId);
    const present = snapshot.stages.find((one) => one.field === fieldId);
    const from = present?.value ?? '';
    const field = stageFields.find((one) => one.field === fieldId);
    // A reason or an outcome is told by its own value alone: only steps of the ladder stand for each other.
    if (valuesFor(mapping, key, fieldId).includes(mappedValue(playbook, mapping, field, from))) continue;
    if (field?.gap) {
      notices.push({ kind: 'elsewhere', text: `${field.label} stays as it is: ${field.gap}.` });
      continue;
    }
    const held = field?.options.find((option) => option.value === from);
    if (held?.final) {
      const text = `${field?.label ?? ''} is ${held.label}, which ends it, so it stays. To open it again, change it in ${crm}.`;
      notices.push({ kind: 'final', field: fieldId, text });
      continue;
    }
    const wanted = field?.options.find((option) => option.value === value);
    if (wanted?.by) {
      const text = `${wanted.label} comes about ${wanted.by}, which can’t be done here: the evidence tells it.`;
      notices.push({ kind: 'elsewhere', text });
      continue;
    }
    if (wanted?.elsewhere) {
      const text = `“${wanted.label}”, which stands for ${name}, is not offered for this record in ${field?.label ?? ''}: the evidence tells it.`;
      notices.push({ kind: 'elsewhere', text });
      continue;
    }
    // Options that are only hidden from people still take values; admins hide those that tools set.
    const toText = field === undefined ? null : optionLabel(field, value);
    if (field === undefined || toText === null) {
      const what =
        field === undefined ? `the field "${present?.label ?? fieldId}"` : `"${value}" in ${field.label}`;
      const text = `${crm} no longer has ${what}, which the mapping names for ${name}.`;
      notices.push({ kind: 'missing-option', text });
      blocked ??= `${text} Choose another value in the stage mapping, then come back.`;
      continue;
    }
    const fromText = from === '' ? EMPTY : (optionLabel(field, from) ?? (present?.text || from));
    const beside = present?.record ? { record: present.record } : {};
    const change: FieldChange = {
      ...{ field: fieldId, label: field.label, from, fromText, to: value, toText },
      backward: isDown(field, from, value),
      ...beside,
    };
    changes.push(change);
    const course = courseOf({ playbook, mapping, field, decision, from, to: value });
    const told = courseNotice(course, change, crm);
    if (told) notices.push(told);
  }
  if (stageTargets.length === 0)
    notices.push({ kind: 'unmapped', text: `${name} has no value in ${crm}: the note tells it.` });
  else if (changes.length === 0 && blocked === null && !notices.some(({ kind }) => stays.includes(kind)))
    notices.push({ kind: 'same', text: `${crm} says ${name} already.` });
  const asksReason = stageFields.some(
    ({ field, carries, gap }) => carries === 'reason' && !gap && !elsewhere.has(field),
  );
  if (decision.kind === 'outcome' && asksReason && reasonTargets.length === 0)
    notices.push({ kind: 'unmapped', text: `${crm} has no value for this reason: the note tells it.` });
  return { changes, notices, blocked };
}
