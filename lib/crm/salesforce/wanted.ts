// What a step wants written, over all of its parts.
import type { DealDraft, NextStep } from '../../qualification/draft';
import { partsOf } from '../../qualification/parts';
import type { FieldChange, Part, Submission, Write } from '../../qualification/submission';
import { fieldPath } from './stage-fields';

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

/** The parts of a step in one; what it doesn't have is left out. */
export function wantedBy(write: Write, submission: Submission): { wanted: Wanted; form: Form | null } {
  const parts = partsOf(write);
  const fields = parts.filter((part) => part.kind === 'fields');
  return {
    wanted: {
      changes: fields.flatMap((part) => part.changes),
      extra: Object.assign({}, ...fields.map((part) => part.extra)),
      deal: parts.find((part) => part.kind === 'deal')?.deal ?? null,
      next: parts.find((part) => part.kind === 'task')?.task ?? null,
      body: parts.find((part) => part.kind === 'note')?.body ?? null,
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
