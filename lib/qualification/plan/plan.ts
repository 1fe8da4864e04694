// The plan of writes: exactly what a confirmed decision will change, shown in the review before anything is sent.
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { Person } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { timeOf } from '@/lib/util/dates';
import { cleanLine } from '@/lib/util/text';
import type { DealDraft, Decision, NextStep } from '../answers/draft';
import type { Answered } from '../answers/types';
import { decisionGap, decisionName, isOverride, keptOf, tidyDecision } from '../draft/decision';
import { isSettled, nextFor, nextGap } from '../draft/next-step';
import { isPlaceholder } from '../evidence/placeholder';
import { buildNote, type Note, noteGap } from '../note/note';
import { aheadWords, proposedDecision } from './ahead';
import { fieldChanges, insteadOf, keptFields, type Notice } from './changes';
import { crmStage, stagesAbove } from './crm-stage';
import { type DemandedField, demandedWrites } from './demanded';
import { type FilledForm, fillForm, formGap, formOf, type ReviewForm } from './form';
import type { FieldChange } from './submission';

export type PlanInput = {
  playbook: Playbook;
  verdict: Verdict;
  answered: Record<string, Answered>;
  snapshot: Snapshot;
  mapping: StageMapping;
  stageFields: StageField[];
  /** null: the verdict's stage; where the CRM is ahead of it, what the CRM says is kept. */
  decision: Decision | null;
  deal: DealDraft | null;
  /** The task that the rep asked for; left out or null: none. */
  next?: NextStep | null | undefined;
  /** What the rep typed; null: as generated. */
  noteText: string | null;
  /** What the rep typed into demanded fields, by field id. */
  extra: Record<string, string>;
  /** The fields that the CRM demanded and the review shows; left out: none. Only these are written. */
  demanded?: readonly DemandedField[] | undefined;
  /** What this CRM asks for with decisions on this record, and what the rep put there: form id, field id, value. */
  forms?: readonly ReviewForm[] | undefined;
  form?: Record<string, Record<string, string>> | undefined;
  /** Characters that a note may have here; left out: NOTE_MOST. */
  noteMost?: number | undefined;
  /** What a deal is called here; left out: deal. */
  dealWord?: string | undefined;
  /** How long the call was, where it shall stand in the note. */
  callMinutes?: number | null | undefined;
  person: Person;
  now: Date;
};

export type Plan = {
  decision: Decision;
  /** What the CRM says, where that is ahead of what the answers support; null where it isn't. */
  ahead: string | null;
  changes: FieldChange[];
  /** Of fields that the CRM demanded: changes, and by field id values of which nobody knows what they replace. */
  demanded: FieldChange[];
  extra: Record<string, string>;
  /** The decision's form as it is filled in; null where there is none. One that is `instead` leaves no changes beside it. */
  form: FilledForm | null;
  deal: DealDraft | null;
  /** The task for the next step; null where there is none, or where it doesn't go with the decision. */
  next: NextStep | null;
  note: Note;
  notices: Notice[];
  /** Why it can't be confirmed yet, as what to do; null when it can. */
  blocked: string | null;
};

/** The stage at which a deal can be offered: the one called opportunity, else the highest. */
export function dealStage(playbook: Playbook): string | null {
  const stages = playbook.stages;
  return (stages.find((one) => one.id === 'opportunity') ?? stages.at(-1))?.id ?? null;
}

/** Whether a deal goes with this decision: a stage at or above dealStage. */
export function offersDeal(playbook: Playbook, decision: Decision): boolean {
  if (decision.kind !== 'stage') return false;
  const ids = playbook.stages.map((one) => one.id);
  return (
    ids.includes(decision.stage) && ids.indexOf(decision.stage) >= ids.indexOf(dealStage(playbook) ?? '')
  );
}

function dealGap(deal: DealDraft, word: string): string | null {
  if (isPlaceholder(deal.name, { name: true })) return `Give the ${word} a name.`;
  if (deal.pipeline === '') return `Choose a pipeline for the ${word}.`;
  if (deal.stage === '') return `Choose a stage for the ${word}.`;
  if (deal.closeDate.length !== 10 || timeOf(deal.closeDate) === null)
    return `Choose a close date for the ${word}.`;
  if (deal.amount !== null && !(Number.isFinite(deal.amount) && deal.amount >= 0))
    return `Correct the amount of the ${word}: it must be zero or more, or empty.`;
  return null;
}

/** Where the CRM goes on saying a higher stage than was decided, because nothing is written to its fields. */
function driftNotice(decision: Decision, name: string, input: PlanInput): Notice | null {
  const { playbook, mapping, snapshot, stageFields } = input;
  if (decision.kind !== 'stage') return null;
  const theirs = crmStage(playbook, mapping, snapshot.stages, stageFields);
  if (stagesAbove(playbook, decision.stage, theirs) === 0) return null;
  const higher = playbook.stages.find((stage) => stage.id === theirs)?.name ?? '';
  return {
    kind: 'drift',
    text: `${snapshot.crmName} goes on saying ${higher}. You say ${name}: the note tells why.`,
  };
}

/** The outcome that the CRM tells now, by the playbook's name; null where it tells none. */
function outcomeNow({ playbook, mapping, snapshot, stageFields }: PlanInput): string | null {
  const theirs = crmStage(playbook, mapping, snapshot.stages, stageFields);
  return playbook.outcomes.find(({ id }) => id === theirs)?.name ?? null;
}

/**
 * What will be written for a decision. Pure: the same input gives the same plan, the note's times included (`now`).
 * A deal is in it only where it was asked for and the decision offers one. Never throws; what stands in the way is in
 * `blocked`, the first thing only.
 */
export function plan(input: PlanInput): Plan {
  const { playbook, verdict, answered, person, now } = input;
  const ahead = aheadWords(input);
  const chosen = input.decision && keptOf(input.decision) === null ? input.decision : null;
  const decision = tidyDecision(chosen ?? proposedDecision(input, ahead), playbook, verdict);
  const name = decisionName(decision, playbook);
  const kept = keptOf(decision);
  const asked = kept === null ? formOf(input.forms, decision) : null;
  const form = asked && fillForm(asked, input.form?.[asked.id] ?? {});
  const { changes, notices, blocked } = form?.instead
    ? insteadOf(form, name, input.snapshot.crmName, outcomeNow(input))
    : kept === null
      ? fieldChanges(decision, name, input)
      : keptFields(decision, name, kept, input);
  const deal =
    input.deal?.create && kept === null && offersDeal(playbook, decision)
      ? { ...input.deal, name: cleanLine(input.deal.name) }
      : null;
  const drift =
    form?.instead || kept !== null || changes.length > 0 ? null : driftNotice(decision, name, input);
  if (drift) notices.push(drift);
  if (isOverride(decision, verdict)) {
    const supported = playbook.stages.find((one) => one.id === verdict.stage)?.name ?? 'no stage yet';
    notices.push({ kind: 'override', text: `You chose ${name}; the answers support ${supported}.` });
  }
  const wanted = nextFor(decision, input.next ?? null, playbook);
  const settled = wanted !== null && isSettled(wanted, playbook, answered);
  if (settled)
    notices.push({
      kind: 'settled',
      text: `No task “${wanted.label}” is made: the answers settle that already.`,
    });
  const next = settled ? null : wanted;
  const note = buildNote({
    zone: input.snapshot.zone,
    playbook,
    verdict,
    answered,
    decision,
    person,
    now,
    of: [input.snapshot.ref, ...(input.snapshot.about ? [input.snapshot.about.ref] : [])],
    callMinutes: input.callMinutes,
    next,
    noteText: input.noteText,
    most: input.noteMost,
  });
  const gaps = [
    blocked,
    decisionGap(decision, playbook, verdict, now),
    form && formGap(form),
    deal && dealGap(deal, input.dealWord ?? 'deal'),
    next && nextGap(next, now),
    noteGap(note, input.snapshot.crmName),
  ];
  return {
    decision,
    ahead,
    changes,
    ...demandedWrites(
      (input.demanded ?? []).filter((one) => changes.every(({ field }) => field !== one.field)),
      input.extra,
    ),
    form,
    deal,
    next,
    note,
    notices,
    blocked: gaps.find((gap) => gap !== null) ?? null,
  };
}
