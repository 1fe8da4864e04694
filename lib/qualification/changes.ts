// Which fields of the record change so that it tells the decision, and what the rep should know about it.
import type { Decision } from './draft';
import type { StageField, StageMapping } from './mapping';
import type { Snapshot } from './snapshot';
import type { FieldChange } from './submission';

export type Notice = {
  kind: 'backward' | 'unmapped' | 'same' | 'override' | 'missing-option' | 'instead';
  text: string;
};

const EMPTY = '(empty)';

function optionLabel(field: StageField, value: string): string | null {
  return field.options.find((option) => option.value === value)?.label ?? null;
}

/** Earlier in a ladder that the CRM keeps; an unknown or empty value is on no rung. */
function isBackward(field: StageField, from: string, to: string): boolean {
  if (!field.ordered) return false;
  const before = field.options.find((option) => option.value === from);
  const after = field.options.find((option) => option.value === to);
  return before !== undefined && after !== undefined && after.order < before.order;
}

type Changes = { changes: FieldChange[]; notices: Notice[]; blocked: string | null };

/** No changes, where a form of the CRM makes the change of stage itself; `name` is the decision's. */
export function insteadOf(form: { title: string }, name: string, crmName: string): Changes {
  const text = `“${form.title}” makes it ${name} in ${crmName}, so no stage field is written.`;
  return { changes: [], notices: [{ kind: 'instead', text }], blocked: null };
}

/**
 * The changes for a decision, from the snapshot's values to the mapped ones, with labels from `stageFields`. `name` is
 * the decision's name for the notices. Values already there need no change. `blocked`: the CRM no longer has what the
 * mapping names.
 */
export function fieldChanges(
  decision: Decision,
  name: string,
  input: { snapshot: Snapshot; mapping: StageMapping; stageFields: StageField[] },
): Changes {
  const { snapshot, mapping, stageFields } = input;
  const crm = snapshot.crmName;
  const id = decision.kind === 'stage' ? decision.stage : decision.outcome;
  // A CRM with people of several kinds maps the fields of all; those of other kinds say nothing of this record.
  const elsewhere = new Set(
    stageFields
      .filter(({ object }) => object !== undefined && object !== snapshot.ref.object)
      .map(({ field }) => field),
  );
  const mapped = Object.hasOwn(mapping, id) ? (mapping[id] ?? []) : [];
  const targets = mapped.filter(({ field }) => !elsewhere.has(field));
  const changes: FieldChange[] = [];
  const notices: Notice[] = [];
  let blocked: string | null = null;
  const seen = new Set<string>();
  for (const { field: fieldId, value } of targets) {
    if (seen.has(fieldId)) continue;
    seen.add(fieldId);
    const present = snapshot.stages.find((one) => one.field === fieldId);
    const from = present?.value ?? '';
    if (from === value) continue;
    const field = stageFields.find((one) => one.field === fieldId);
    // Options that are only hidden from people still take values; admins hide those that tools set.
    const toText = field === undefined ? null : optionLabel(field, value);
    if (field === undefined || toText === null) {
      const what =
        field === undefined ? `the field "${present?.label ?? fieldId}"` : `"${value}" in ${field.label}`;
      const text = `${crm} no longer has ${what}, which the mapping names for ${name}.`;
      notices.push({ kind: 'missing-option', text });
      blocked ??= `${text} Ask your team lead to choose another value in the mapping.`;
      continue;
    }
    const fromText = from === '' ? EMPTY : (optionLabel(field, from) ?? (present?.text || from));
    const backward = isBackward(field, from, value);
    changes.push({ field: fieldId, label: field.label, from, fromText, to: value, toText, backward });
    if (backward)
      notices.push({
        kind: 'backward',
        text: `${field.label} goes back from ${fromText} to ${toText}. ${crm} may refuse that; what it did is read back and shown.`,
      });
  }
  if (targets.length === 0)
    notices.push({ kind: 'unmapped', text: `${name} has no value in ${crm}: only the note tells it.` });
  else if (changes.length === 0 && blocked === null)
    notices.push({ kind: 'same', text: `${crm} says ${name} already: only the note is written.` });
  return { changes, notices, blocked };
}
