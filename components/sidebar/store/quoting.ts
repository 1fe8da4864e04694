// The customer's own words beside an answer: typed in one line under the card, in the draft with every letter.
import type { Playbook } from '@/lib/playbook/schema';
import { lastAnswered, quote } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { own } from '@/lib/util/object';
import { readingOf } from './asking';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import type { Sheet } from './state';

export function quoting(context: Context, drafts: Drafts) {
  /** For the answer on the card; where that has none of the rep's, for the one that was given last. */
  function start(): void {
    const open = openSheet(context);
    const draft = open?.sheet.draft;
    if (!open || !draft) return;
    const reading = readingOf(context, open);
    if (!reading) return;
    const { asking, playbook } = reading;
    const criterion = said(draft, asking) ? asking : newest(open.sheet, draft, playbook.playbook);
    const before = criterion === null ? null : (own(draft.answers, criterion) ?? null);
    patchSheet(context, open.key, { quoting: { criterion, text: before?.quote ?? '', before } });
  }

  function type(text: string): void {
    const open = openSheet(context);
    const line = open?.sheet.quoting;
    if (!open || !line || line.criterion === null) return;
    const { criterion } = line;
    patchSheet(context, open.key, { quoting: { ...line, text } });
    drafts.edit(open.key, (draft) => quote(draft, criterion, text, context.now()));
  }

  /** Closes the line; what was typed stays, and can be undone like an answer. */
  function keep(): void {
    const open = openSheet(context);
    const line = open?.sheet.quoting;
    if (!open || !line) return;
    const { criterion, before } = line;
    const now = own(open.sheet.draft?.answers ?? {}, criterion ?? '');
    const changed = criterion !== null && now?.quote !== before?.quote;
    const past = changed ? [...open.sheet.past, { criterion, before }].slice(-100) : open.sheet.past;
    patchSheet(context, open.key, { quoting: null, past });
  }

  /** Closes the line; the words are again what they were before. */
  function cancel(): void {
    const open = openSheet(context);
    const line = open?.sheet.quoting;
    if (!open || !line) return;
    const { criterion, before, text } = line;
    // As it was to the letter: an older quote may be longer than one that is typed now.
    if (criterion !== null && before !== null && text !== (before.quote ?? ''))
      drafts.edit(open.key, (draft) => ({ ...draft, answers: { ...draft.answers, [criterion]: before } }));
    patchSheet(context, open.key, { quoting: null });
  }

  return { start, type, keep, cancel };
}

const said = (draft: Draft, criterion: string | null): boolean =>
  criterion !== null && Object.hasOwn(draft.answers, criterion);

function newest({ past }: Sheet, draft: Draft, playbook: Playbook): string | null {
  const asked = (criterion: string) => playbook.criteria.some(({ id }) => id === criterion);
  const last = past.findLast(({ criterion }) => said(draft, criterion) && asked(criterion));
  return last?.criterion ?? lastAnswered(draft, playbook);
}
