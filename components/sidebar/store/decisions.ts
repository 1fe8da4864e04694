// What the rep does from the card to the confirm button: outcome, stage, note, deal, demanded properties.
import type { DealDraft, Decision } from '@/lib/qualification/draft';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { withoutField } from './refusal';
import type { Reviews } from './reviews';
import type { View } from './state';

export function decisions(context: Context, drafts: Drafts, reviews: Reviews) {
  function show(view: View): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { view, backwardSeen: false, warningSeen: null, tried: false });
  }

  /** To the review of a stage; a decision for an outcome, taken earlier and not sent, no longer counts. */
  function reviewStage(): void {
    const open = openSheet(context);
    if (!open?.sheet.draft) return;
    // What was confirmed and did not get through comes first: planned anew it could be written twice.
    if (open.sheet.submission) {
      show({ name: 'sending' });
      return;
    }
    void reviews.refresh(open.sheet.ref);
    if (open.sheet.draft.decision?.kind === 'outcome') decide(null);
    show({ name: 'review' });
  }

  function decide(decision: Decision | null): void {
    const open = openSheet(context);
    if (!open) return;
    // What the CRM refused was said of another decision.
    if (targetOf(open.sheet.draft?.decision ?? null) !== targetOf(decision))
      patchSheet(context, open.key, { refused: null });
    drafts.edit(open.key, (draft) => {
      // A note edited for an outcome must not go out with a stage, nor the other way round.
      const sameKind = (draft.decision?.kind ?? 'stage') === (decision?.kind ?? 'stage');
      return { ...draft, decision, noteText: sameKind ? draft.noteText : null };
    });
  }

  /** An outcome with its reason goes straight to the review. */
  function decideOutcome(decision: Extract<Decision, { kind: 'outcome' }>): void {
    const open = openSheet(context);
    if (!open) return;
    if (open.sheet.submission) {
      show({ name: 'sending' });
      return;
    }
    void reviews.refresh(open.sheet.ref);
    decide(decision);
    show({ name: 'review' });
  }

  /** One step back; an outcome that was being reviewed is taken back with it. */
  function back(): void {
    const open = openSheet(context);
    if (!open) return;
    if (open.sheet.view.name === 'review' && open.sheet.draft?.decision?.kind === 'outcome') {
      show({ name: 'outcome', outcome: open.sheet.draft.decision.outcome });
    } else show({ name: 'ask' });
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

  function acknowledgeBackward(backwardSeen: boolean): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { backwardSeen });
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
    back,
    editNote,
    editDeal,
    editExtra,
    editForm,
    acknowledgeWarning,
    acknowledgeBackward,
    toggleEvidence,
  };
}

/** The stage or outcome that a decision is for; null: the one that the answers support. */
function targetOf(decision: Decision | null): string | null {
  return decision && (decision.kind === 'stage' ? decision.stage : decision.outcome);
}
