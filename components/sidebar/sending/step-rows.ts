// Pure: the rows that tell a submission's writes: one each, also of those that go together.
import { dayWords, partsOf } from '@/lib/qualification';
import type { Part, Step } from '@/lib/qualification/plan/submission';
import { titled } from '../words/deal';

export type StepRow = {
  key: string;
  name: string;
  /**
   * edited: it may be there as it was before the rep edited it, and nobody knows yet. told: it is not as it was to be, and
   * the problem tells what was done.
   */
  state: Step['state'] | 'edited' | 'told';
  /** What was to be written, in a line. */
  detail: string;
  /** What stands in the CRM now; what is there more than once with each of them. */
  made: { text: string; url: string | null }[];
};

/** `dealWord`: what a deal is called in this CRM. */
export function stepRows(steps: readonly Step[], dealWord: string): StepRow[] {
  return steps.flatMap(({ id, state: stands, write, result, instead, saved, problem }) => {
    const parts = partsOf(instead ?? write);
    const state = instead === undefined ? stands : 'edited';
    // What did not stand were its fields; what went along with them is there.
    const beside = saved && state === 'failed' ? 'done' : state;
    // What has been done of a change is in the problem's words: on a record that was kept, say, or half-way back.
    const changed = state === 'failed' && problem?.standing !== undefined && !saved ? 'told' : state;
    const stateOf = ({ kind }: Part) =>
      kind === 'fields' ? changed : kind === 'form' && changed === 'told' ? changed : beside;
    const told = result?.parts ?? [];
    return parts.map((part, at) => ({
      key: `${id} ${part.kind} ${at}`,
      name: nameOf(part, dealWord),
      state: stateOf(part),
      detail: detailOf(part),
      // A CRM that doesn't tell its parts apart says it all at the end.
      made: linksOf(told[at] ?? (told.length === 0 && at === parts.length - 1 ? result : null)),
    }));
  });
}

type Told = Omit<NonNullable<Step['result']>, 'parts' | 'next'>;
const linksOf = (told: Told | null): StepRow['made'] => (told ? [told, ...(told.twins ?? [])] : []);

function nameOf(part: Part, dealWord: string): string {
  switch (part.kind) {
    case 'fields':
      return 'Fields';
    case 'form':
      return part.title ?? 'Form';
    case 'deal':
      return titled(dealWord);
    case 'task':
      return part.task.label;
    case 'note':
      return 'Note';
  }
}

function detailOf(part: Part): string {
  switch (part.kind) {
    case 'fields':
      return part.changes
        .map(({ label, fromText, toText }) => `${label}: ${fromText} → ${toText}`)
        .join(', ');
    case 'form':
      return titled(
        (part.shown ?? [])
          .map(({ label, text, told }) => told ?? `${label}: ${text}`)
          .filter((words) => words !== '')
          .join(', '),
      );
    case 'deal':
      return part.deal.name;
    case 'task':
      return `${part.task.subject}, on ${dayWords(part.task.dueOn)}`;
    case 'note':
      return part.body.split('\n').find((line) => line.trim() !== '') ?? '';
  }
}
