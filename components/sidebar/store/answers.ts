// What the rep does on the card and in the checklist.
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Playbook } from '@/lib/playbook/schema';
import {
  answer as answerDraft,
  callToggled,
  clearAnswer,
  fits,
  givenAbout,
  lastAnswered,
  restore,
} from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { own } from '@/lib/util/object';
import { readingOf } from './asking';
import { type Context, loadedPlaybook, openSheet, patchSheet } from './context';
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
    const before = own(open.sheet.draft.answers, id) ?? null;
    const person = get().connection?.person ?? null;
    const { snapshot } = open.sheet;
    const said = answerDraft(open.sheet.draft, id, value, person, context.now());
    const draft = givenAbout(said, snapshot);
    const { verdict } = context.derive(reading.playbook.compiled, snapshot, draft);
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
    const draft = open?.sheet.draft;
    const before = id && draft ? own(draft.answers, id) : undefined;
    if (!open || !id || !before) return;
    patchSheet(context, open.key, { current: id, past: [...open.sheet.past, { criterion: id, before }] });
    drafts.edit(open.key, (draft) => clearAnswer(draft, id, context.now()));
  }

  function undo(): void {
    const open = openSheet(context);
    const playbook = loadedPlaybook(get())?.playbook;
    if (!open || !playbook) return;
    const { past, draft } = open.sheet;
    // What another playbook asked is not in view: no key takes it back unseen.
    const at = past.findLastIndex((one) => playbook.criteria.some(({ id }) => id === one.criterion));
    const last = past[at] ?? beforeReload(draft, playbook);
    if (!last) return;
    const { criterion, before } = last;
    patchSheet(context, open.key, {
      current: criterion,
      past: past.filter((_, index) => index !== at),
      quoting: null,
    });
    drafts.edit(open.key, (draft) =>
      before
        ? restore(draft, criterion, before, context.now())
        : clearAnswer(draft, criterion, context.now()),
    );
  }

  /** Pauses the call's time, or lets it run on. */
  function toggleCall(): void {
    const open = openSheet(context);
    if (open)
      drafts.edit(open.key, (draft) =>
        draft.call ? { ...draft, call: callToggled(draft.call, context.now()) } : draft,
      );
  }

  /** The answers hold for whom the record is about now as well. */
  function keepFor(): void {
    const open = openSheet(context);
    if (open) drafts.edit(open.key, (draft) => givenAbout(draft, open.sheet.snapshot, true));
  }

  /** The answers were about someone else: only what the CRM says of this one counts. */
  function anew(): void {
    const open = openSheet(context);
    if (!open) return;
    patchSheet(context, open.key, { past: [], current: null });
    drafts.edit(open.key, (draft) => ({ ...givenAbout(draft, open.sheet.snapshot, true), answers: {} }));
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

  return { answer, clear, undo, move, focus, toggleCall, keepFor, anew };
}

/** After a reload nobody knows the order of the keys any more; the answers' own times tell which was the last. */
function beforeReload(draft: Draft | null, playbook: Playbook): { criterion: string; before: null } | null {
  const criterion = draft && lastAnswered(draft, playbook);
  return criterion === null ? null : { criterion, before: null };
}
