// The next step: a key drafts it from the playbook and opens the wrap-up; there it is changed, or taken away.
import { stepFor } from '@/lib/playbook';
import type { StepKind } from '@/lib/playbook/schema';
import { answer, draftNext, workingDay } from '@/lib/qualification';
import type { NextStep } from '@/lib/qualification/draft';
import { dayAfter } from '../words/time';
import { readingOf } from './asking';
import { type Context, openSheet, patchSheet } from './context';
import type { Decisions } from './decisions';
import type { Drafts } from './drafts';

export function nextSteps(context: Context, drafts: Drafts, decisions: Decisions) {
  /**
   * The playbook's step of this kind (not nurture, which comes with its outcome) as the draft's next step, then the
   * wrap-up of the stage. One of the same kind that the rep has changed stays. false: the playbook has none.
   */
  function take(kind: Exclude<StepKind, 'nurture'>): boolean {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open?.sheet.draft || !reading) return false;
    const { playbook } = reading.playbook;
    const step = stepFor(playbook, kind, reading.derived.verdict.stage);
    if (step === null) return false;
    if (!open.sheet.submission) {
      if (open.sheet.draft.decision?.kind === 'outcome') decisions.decide(null);
      if (step.settles !== undefined) leaveOpen(step.settles);
      const due = workingDay(dayAfter(context.now(), { days: step.days }));
      if (open.sheet.draft.next?.kind !== kind) set(draftNext(step, open.sheet.snapshot, due));
    }
    decisions.reviewStage();
    return true;
  }

  /** Whoever looks for the answer doesn't have it: without the rep's own word it is "don't know", whatever a fact says. */
  function leaveOpen(criterion: string): void {
    const open = openSheet(context);
    if (!open?.sheet.draft || Object.hasOwn(open.sheet.draft.answers, criterion)) return;
    const person = context.get().connection?.person ?? null;
    patchSheet(context, open.key, {
      past: [...open.sheet.past, { criterion, before: null }].slice(-100),
    });
    drafts.edit(open.key, (draft) => answer(draft, criterion, null, person, context.now()));
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

  return { take, edit, remove: () => set(null) };
}
