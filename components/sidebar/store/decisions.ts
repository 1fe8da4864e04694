// What the rep does from the card to the confirm button: outcome, stage, note, deal, demanded properties.
import { stepFor } from '@/lib/playbook';
import { callMinutes, draftNext, keptOf } from '@/lib/qualification';
import type { DealDraft, Decision, Draft, NextStep } from '@/lib/qualification/answers/draft';
import { type Context, loadedPlaybook, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { givenBack, remembered, shelf } from './leaving';
import { canChange } from './progress';
import { withoutField } from './refusal';
import type { Reviews } from './reviews';
import type { Sheet, View } from './state';

type OutcomeDecision = Extract<Decision, { kind: 'outcome' }>;

export type Decisions = ReturnType<typeof decisions>;

export function decisions(context: Context, drafts: Drafts, reviews: Reviews) {
  function show(view: View): void {
    const open = openSheet(context);
    if (!open) return;
    // Told once, so that what the review shows is what will be written.
    const timed = context.get().layout.callInNote ? callMinutes(open.sheet.draft?.call, context.now()) : null;
    const fresh = { agreed: null, warningSeen: null, tried: false };
    patchSheet(context, open.key, { view, callMinutes: timed, ...fresh });
  }

  /** To the wrap-up of what is decided: the stage, or an outcome that is not taken back. */
  function reviewStage(): void {
    const open = openSheet(context);
    if (!open?.sheet.draft) return;
    // What was confirmed and did not get through comes first: planned anew it could be written twice.
    if (open.sheet.submission) {
      show({ name: 'sending' });
      return;
    }
    void reviews.refresh(open.sheet.ref);
    show({ name: 'review' });
  }

  function decide(decision: Decision | null): void {
    const open = openSheet(context);
    if (!open) return;
    const { draft: before, aside } = open.sheet;
    // What the CRM refused or demanded, and which of its values the rep kept, was said of another decision.
    if (targetOf(before?.decision ?? null) !== targetOf(decision))
      patchSheet(context, open.key, { refused: null, demanded: [], keepTheirs: [] });
    // A note edited for an outcome must not go out with a stage, nor the other way round: it waits for its own kind.
    const sameKind = (before?.decision?.kind ?? 'stage') === (decision?.kind ?? 'stage');
    if (before && !sameKind)
      patchSheet(context, open.key, { aside: { noteText: before.noteText, next: before.next } });
    drafts.edit(open.key, (draft) => ({
      ...draft,
      decision,
      next: decision?.kind === 'outcome' ? comingBack(open.sheet, decision) : stepForStage(open.sheet, draft),
      noteText: sameKind ? draft.noteText : (aside?.noteText ?? null),
    }));
  }

  /** A task for coming back gives way to the one that was drafted for the stage before it. */
  function stepForStage({ aside }: Sheet, { next }: Draft): NextStep | null | undefined {
    return next?.kind === 'nurture' && aside?.next ? aside.next : next;
  }

  /** The task for the day to come back, so that somebody is reminded; what there is for an outcome without a day. */
  function comingBack({ snapshot, draft, aside, shelved }: Sheet, { returnOn }: OutcomeDecision) {
    const playbook = loadedPlaybook(context.get())?.playbook;
    const step = playbook && returnOn !== null ? stepFor(playbook, 'nurture', null) : null;
    if (!step || returnOn === null) return draft?.next;
    const held = [draft?.next, aside?.next, ...shelved].find((one) => one?.kind === 'nurture');
    return { ...(held ?? draftNext(step, snapshot, returnOn)), dueOn: returnOn };
  }

  /** An outcome with its reason goes straight to the review. */
  function decideOutcome(decision: OutcomeDecision): void {
    const open = openSheet(context);
    if (!open) return;
    // What stopped or waits can be decided otherwise: confirming then changes it, and sends nothing beside it.
    if (open.sheet.submission && !canChange(open.sheet.submission)) {
      show({ name: 'sending' });
      return;
    }
    void reviews.refresh(open.sheet.ref);
    const left = remember();
    decide(decision);
    const drafted = openSheet(context)?.sheet.draft?.next ?? null;
    if (left) patchSheet(context, open.key, { left: { ...left, drafted } });
    show({ name: 'review' });
  }

  /** Keeps what the draft is before a key changes it, unless that is kept already; null where nothing is to be given back. */
  function remember() {
    const open = openSheet(context);
    if (!open?.sheet.draft || open.sheet.submission) return null;
    const left = open.sheet.left ?? remembered(open.sheet.draft);
    patchSheet(context, open.key, { left });
    return left;
  }

  /** The draft as it was before a key changed it. What the rep typed into the task comes back with its key. */
  function giveBack(): void {
    const open = openSheet(context);
    const left = open?.sheet.left;
    if (!open || !left || open.sheet.submission) return;
    patchSheet(context, open.key, { shelved: shelf(open.sheet) });
    decide(left.decision);
    patchSheet(context, open.key, {
      left: null,
      past: open.sheet.past.filter((one) => one !== left.put?.past),
    });
    drafts.edit(open.key, (draft) => givenBack(draft, left));
  }

  /** One step back, with what a key did on the way here; an outcome that was being reviewed goes back to its reasons. */
  function back(): void {
    const open = openSheet(context);
    if (!open) return;
    const decision = open.sheet.draft?.decision;
    if (open.sheet.view.name !== 'review') show({ name: 'ask' });
    else if (decision?.kind === 'outcome') {
      takeBack();
      show({ name: 'outcome', outcome: decision.outcome });
    } else {
      giveBack();
      show({ name: 'ask' });
    }
  }

  /** Takes an outcome back that is decided and not sent, and goes on asking; false where there is none. */
  function takeBack(): boolean {
    const open = openSheet(context);
    const decision = open?.sheet.draft?.decision;
    if (!open || decision?.kind !== 'outcome' || open.sheet.submission) return false;
    if (open.sheet.left) giveBack();
    else decide(null);
    patchSheet(context, open.key, { takenBack: decision });
    show({ name: 'ask' });
    return true;
  }

  function editNote(noteText: string | null): void {
    const open = openSheet(context);
    if (open) drafts.edit(open.key, (draft) => ({ ...draft, noteText }));
  }

  function editDeal(deal: DealDraft | null): void {
    const open = openSheet(context);
    if (open) drafts.edit(open.key, (draft) => ({ ...draft, deal }));
  }

  function editExtra(field: string, value: string): void {
    const open = openSheet(context);
    if (!open) return;
    patchSheet(context, open.key, { refused: withoutField(open.sheet.refused, field) });
    drafts.edit(open.key, (draft) => ({ ...draft, extra: { ...draft.extra, [field]: value } }));
  }

  /** Puts a value into a decision's form. */
  function editForm(form: string, field: string, value: string): void {
    const open = openSheet(context);
    if (!open) return;
    patchSheet(context, open.key, { refused: withoutField(open.sheet.refused, field) });
    drafts.edit(open.key, (draft) => ({
      ...draft,
      form: { ...draft.form, [form]: { ...draft.form?.[form], [field]: value } },
    }));
  }

  /** The form whose warning has been acknowledged; null takes it back. */
  function acknowledgeWarning(warningSeen: string | null): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { warningSeen });
  }

  /** What the rep has read and agrees to; null takes it back. */
  function agree(agreed: string | null): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { agreed });
  }

  function toggleEvidence(): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { evidence: !open.sheet.evidence });
  }

  return {
    show,
    reviewStage,
    decide,
    decideOutcome,
    remember,
    back,
    takeBack,
    editNote,
    editDeal,
    editExtra,
    editForm,
    acknowledgeWarning,
    agree,
    toggleEvidence,
  };
}

/** The stage or outcome that a decision is for; null: the one that is proposed, or nothing but the evidence. */
export function targetOf(decision: Decision | null): string | null {
  if (decision && keptOf(decision) !== null) return null;
  return decision && (decision.kind === 'stage' ? decision.stage : decision.outcome);
}
