// The next step: a key drafts it from the playbook and opens the wrap-up; there it is changed, or taken away.
import { stepFor } from '@/lib/playbook';
import type { StepKind } from '@/lib/playbook/schema';
import { answer, draftNext, settles, workingDay } from '@/lib/qualification';
import type { NextStep } from '@/lib/qualification/answers/draft';
import { dayAfter } from '../words/time';
import { readingOf } from './asking';
import { type Context, openSheet, patchSheet } from './context';
import type { Decisions } from './decisions';
import type { Drafts } from './drafts';
import { shelf, withoutPut } from './leaving';
import type { Left, Sheet } from './state';

export function nextSteps(context: Context, drafts: Drafts, decisions: Decisions) {
  /**
   * The playbook's step of this kind (not nurture, which comes with its outcome) as the draft's next step, then the
   * wrap-up of the stage. One of the same kind that the rep has changed stays. false: the playbook has none, or what it
   * would find out is known; then that question is on the card, with its answer.
   */
  function take(kind: Exclude<StepKind, 'nurture'>): boolean {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open?.sheet.draft || !reading) return false;
    const { playbook } = reading.playbook;
    const step = stepFor(playbook, kind, reading.derived.verdict.stage);
    if (step === null) return false;
    if (settles(step, reading.derived.answered)) {
      if (open.sheet.view.name === 'ask') patchSheet(context, open.key, { current: step.settles ?? null });
      return false;
    }
    const before = decisions.remember();
    if (before) {
      if (open.sheet.draft.decision?.kind === 'outcome') decisions.decide(null);
      const due = workingDay(dayAfter(context.now(), { days: step.days }));
      const drafted = draftNext(step, open.sheet.snapshot, due);
      const another = open.sheet.draft.next?.kind !== kind;
      if (another) replace({ ...before, drafted }, drafted);
      const { answered } = reading.derived;
      if (step.settles !== undefined && answered[step.settles]?.value === null) leaveOpen(step.settles);
    }
    decisions.reviewStage();
    return true;
  }

  /** Puts this task in the place of the one in hand, as the rep had left it before where that is kept. */
  function replace(left: Left, drafted: NextStep): void {
    const open = openSheet(context);
    if (!open) return;
    const shelved = shelf(open.sheet);
    set(shelved.find(({ kind }) => kind === drafted.kind) ?? drafted);
    patchSheet(context, open.key, { shelved, left });
    takeOut();
  }

  /** Whoever looks for the answer doesn't have it: it is "don't know" for now, and is not asked next. */
  function leaveOpen(criterion: string): void {
    const open = openSheet(context);
    const left = open?.sheet.left;
    if (!open?.sheet.draft || !left || Object.hasOwn(open.sheet.draft.answers, criterion)) return;
    const person = context.get().connection?.person ?? null;
    const { [criterion]: said } = answer(open.sheet.draft, criterion, null, person, context.now()).answers;
    if (!said) return;
    const past = { criterion, before: null };
    patchSheet(context, open.key, {
      past: [...open.sheet.past, past].slice(-100),
      left: { ...left, put: { criterion, answer: said, past } },
    });
    drafts.edit(open.key, (draft) => ({ ...draft, answers: { ...draft.answers, [criterion]: said } }));
  }

  /** Takes the "don't know" of a task out again that is no longer to be made. */
  function takeOut(): void {
    const open = openSheet(context);
    const left = open?.sheet.left;
    if (!open || !left?.put) return;
    const { past } = left.put;
    patchSheet(context, open.key, {
      left: { ...left, put: null },
      past: open.sheet.past.filter((one) => one !== past),
    });
    drafts.edit(open.key, (draft) => withoutPut(draft, left));
  }

  function remove(): void {
    const open = openSheet(context);
    if (!open) return;
    patchSheet(context, open.key, { shelved: withoutKind(open.sheet) });
    set(null);
    takeOut();
  }

  function set(next: NextStep | null): void {
    const open = openSheet(context);
    if (open) drafts.edit(open.key, (draft) => ({ ...draft, next }));
  }

  /** Changes the step in hand; the date of a nurture is the date to come back as well. */
  function edit(part: Partial<Pick<NextStep, 'subject' | 'dueOn'>>): void {
    const open = openSheet(context);
    const draft = open?.sheet.draft;
    if (!open || !draft?.next) return;
    const next = { ...draft.next, ...part };
    const { decision } = draft;
    const dated = next.kind === 'nurture' && part.dueOn !== undefined && decision?.kind === 'outcome';
    drafts.edit(open.key, (now) => ({
      ...now,
      next,
      decision: dated ? { ...decision, returnOn: part.dueOn ?? decision.returnOn } : now.decision,
    }));
  }

  return { take, edit, remove };
}

/** What was taken away on purpose doesn't come back with its key. */
const withoutKind = ({ shelved, draft }: Sheet): NextStep[] =>
  shelved.filter(({ kind }) => kind !== draft?.next?.kind);
