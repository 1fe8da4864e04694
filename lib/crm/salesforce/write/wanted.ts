// What a step wants written, over all of its parts.
import type { DealDraft, NextStep } from '@/lib/qualification/answers/draft';
import { partsOf } from '@/lib/qualification/plan/parts';
import type { FieldChange, Part, Submission, Write } from '@/lib/qualification/plan/submission';
import { sameRef } from '@/lib/record/record';
import { unreferenced } from '../client/composite';
import { problem } from '../client/problems';
import { fieldPath } from '../setup/stage-fields';
import { demandedOf, isField } from './demanded';

/** A conversion, as the rep filled it in. */
export type Form = Extract<Part, { kind: 'form' }>;

export type Wanted = {
  changes: FieldChange[];
  extra: Record<string, string>;
  deal: DealDraft | null;
  /** The next step, as an open task beside the evidence's. */
  next: NextStep | null;
  body: string | null;
  allowDuplicates: boolean;
};

/** Why a change of another record than the submission's own is not made, compared or looked up. */
export const notOwn = () => problem('gone', 'This belongs to another record. Nothing was written to it.');

/**
 * The parts of a step in one, as the org will have them: what is looked up or compared is this, not what was typed.
 * Rejects changes of other records.
 */
export function wantedBy(write: Write, submission: Submission): { wanted: Wanted; form: Form | null } {
  const parts = partsOf(write);
  const fields = parts.filter((part) => part.kind === 'fields');
  const changes = fields.flatMap((part) => part.changes);
  if (changes.some(({ record }) => record && !sameRef(record, submission.ref))) throw notOwn();
  const odd = changes.find(({ field }) => !isField(field));
  if (odd)
    throw problem('invalid', `"${odd.field}" is no name of a field in Salesforce. Nothing was written.`);
  const extra = fields.flatMap((part) => Object.entries(demandedOf(part.extra, submission.ref.object)));
  const deal = parts.find((part) => part.kind === 'deal')?.deal;
  const next = parts.find((part) => part.kind === 'task')?.task;
  const body = parts.find((part) => part.kind === 'note')?.body;
  return {
    wanted: {
      changes: changes.map((one) => ({ ...one, to: unreferenced(one.to) })),
      extra: Object.fromEntries(extra.map(([field, value]) => [field, unreferenced(value)])),
      deal: deal ? { ...deal, name: unreferenced(deal.name) } : null,
      next: next ? { ...next, subject: unreferenced(next.subject), body: unreferenced(next.body) } : null,
      body: body === undefined ? null : unreferenced(body),
      allowDuplicates: submission.allow?.includes('duplicates') ?? false,
    },
    form: parts.find((part) => part.kind === 'form') ?? null,
  };
}

/** The values for the fields of one object, by the field's own name. */
export function valuesFor(
  object: string,
  { changes, extra }: Pick<Wanted, 'changes' | 'extra'>,
): Record<string, string> {
  const all = [...changes.map(({ field, to }) => [field, to] as const), ...Object.entries(extra)];
  return Object.fromEntries(
    all.flatMap(([field, value]) => {
      const path = fieldPath(field) ?? { object, name: field };
      return path.object === object ? [[path.name, value]] : [];
    }),
  );
}
