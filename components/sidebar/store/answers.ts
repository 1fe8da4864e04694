// What the rep does on the card and in the checklist.
import type { AnswerValue } from '@/lib/playbook/answer';
import { answer as answerDraft, clearAnswer, fits } from '@/lib/qualification';
import { readingOf } from './asking';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { criteriaInOrder } from './order';

export function answers(context: Context, drafts: Drafts) {
  const { get } = context;

  /** The rep's word on the criterion on the card, then on to the next best question. null: don't know. */
  function answer(value: AnswerValue | null): boolean {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open?.sheet.draft || !reading || reading.asking === null) return false;
    const id = reading.asking;
    const criterion = reading.playbook.playbook.criteria.find((one) => one.id === id);
    if (!criterion || (value !== null && !fits(criterion, value))) return false;
    const before = open.sheet.draft.answers[id] ?? null;
    const person = get().connection?.person ?? null;
    const draft = answerDraft(open.sheet.draft, id, value, person, context.now());
    const { verdict } = context.derive(reading.playbook.compiled, open.sheet.snapshot, draft);
    patchSheet(context, open.key, {
      draft,
      current: verdict.next,
      past: [...open.sheet.past, { criterion: id, before }].slice(-100),
    });
    void drafts.save(open.key);
    return true;
  }

  /** Takes back the rep's word on the criterion on the card; the CRM's facts speak again. */
  function clear(): void {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    const id = reading?.asking;
    const before = id ? open?.sheet.draft?.answers[id] : undefined;
    if (!open || !id || !before) return;
    patchSheet(context, open.key, { current: id, past: [...open.sheet.past, { criterion: id, before }] });
    drafts.edit(open.key, (draft) => clearAnswer(draft, id, context.now()));
  }

  function undo(): void {
    const open = openSheet(context);
    const last = open?.sheet.past.at(-1);
    if (!open || !last) return;
    const { criterion, before } = last;
    patchSheet(context, open.key, { current: criterion, past: open.sheet.past.slice(0, -1) });
    drafts.edit(open.key, (draft) =>
      before
        ? { ...draft, answers: { ...draft.answers, [criterion]: before } }
        : clearAnswer(draft, criterion, context.now()),
    );
  }

  /** One row up or down in the checklist, stopping at its ends. */
  function move(by: 1 | -1): void {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open || !reading) return;
    const order = criteriaInOrder(reading.playbook.playbook);
    const at = reading.asking === null ? (by === 1 ? -1 : order.length) : order.indexOf(reading.asking);
    const to = order[Math.min(Math.max(at + by, 0), order.length - 1)];
    if (to) focus(to);
  }

  function focus(criterion: string): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { current: criterion });
  }

  return { answer, clear, undo, move, focus };
}
