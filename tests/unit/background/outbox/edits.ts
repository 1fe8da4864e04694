// What a rep changes of a submission that goes together, and what its opportunities are called in the end.
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Part, Step, Submission } from '@/lib/qualification/plan/submission';

/** With each part of each step that goes together made into another. */
function changed(of: Submission, change: (part: Part) => Part): Submission {
  const steps = of.steps.map((step): Step => {
    if (step.write.kind !== 'together') return step;
    return { ...step, write: { kind: 'together', writes: step.write.writes.map(change) } };
  });
  return { ...of, steps };
}

/** The same with another name for its opportunity. */
export const renamed = (of: Submission, name: string): Submission =>
  changed(of, (part) => (part.kind === 'deal' ? { ...part, deal: { ...part.deal, name } } : part));

/** The same with another stage. */
export const restaged = (of: Submission, to: string): Submission =>
  changed(of, (part) =>
    part.kind === 'fields'
      ? { ...part, changes: part.changes.map((one) => ({ ...one, to, toText: to })) }
      : part,
  );

/** What its opportunities are called, as the receipt has them. */
export const names = (of: Submission): string[] =>
  of.steps
    .flatMap((step) => partsOf(step.write))
    .flatMap((part) => (part.kind === 'deal' ? [part.deal.name] : []));
