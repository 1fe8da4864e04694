// What can be done to a draft: begin, answer, take back, and carry it over to a new version of the playbook.
import type { AnswerValue } from '../playbook/answer';
import type { Playbook } from '../playbook/schema';
import { callAnswered } from './call';
import { type Draft, QUOTE_MOST } from './draft';
import { own } from './own';
import type { Person, RecordRef } from './record';
import { fits } from './values';

export function emptyDraft(ref: RecordRef, playbook: Draft['playbook'], now: Date): Draft {
  const at = now.toISOString();
  return {
    ref,
    playbook: { id: playbook.id, version: playbook.version, hash: playbook.hash },
    answers: {},
    noteText: null,
    decision: null,
    deal: null,
    extra: {},
    startedAt: at,
    updatedAt: at,
  };
}

/**
 * The draft with the rep's word on a criterion (its id). value null: "don't know". A quote of the customer's own words
 * is kept up to QUOTE_MOST characters; without one, an earlier quote on the same value stays. The first answer begins
 * the call's time.
 */
export function answer(
  draft: Draft,
  criterion: string,
  value: AnswerValue | null,
  by: Person | null,
  now: Date,
  quote?: string,
): Draft {
  const at = now.toISOString();
  const before = own(draft.answers, criterion);
  const words = (quote ?? (before?.value === value ? before.quote : undefined))?.trim().slice(0, QUOTE_MOST);
  const said = { value, at, by, ...(words === undefined || words === '' ? {} : { quote: words }) };
  const answers = { ...draft.answers, [criterion]: said };
  return { ...draft, answers, call: callAnswered(draft.call, now), updatedAt: at };
}

/** The draft with the customer's own words beside the rep's answer to a criterion; '' takes them away. */
export function quote(draft: Draft, criterion: string, words: string, now: Date): Draft {
  const said = own(draft.answers, criterion);
  if (!said) return draft;
  const { quote: _, ...bare } = said;
  const kept = words.trim().slice(0, QUOTE_MOST);
  const next = kept === '' ? bare : { ...bare, quote: kept };
  return { ...draft, answers: { ...draft.answers, [criterion]: next }, updatedAt: now.toISOString() };
}

/** Of what this playbook asks, the criterion that the rep answered last, by its own time; null where there is none. */
export function lastAnswered(draft: Draft, { criteria }: Pick<Playbook, 'criteria'>): string | null {
  const all = Object.entries(draft.answers).filter(([id]) => criteria.some((one) => one.id === id));
  return (
    all.reduce<(typeof all)[number] | null>((a, b) => (a && a[1].at > b[1].at ? a : b), null)?.[0] ?? null
  );
}

/** The draft without the rep's word on a criterion: the CRM's facts speak again. `now` moves updatedAt. */
export function clearAnswer(draft: Draft, criterion: string, now?: Date): Draft {
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== criterion));
  return { ...draft, answers, updatedAt: now?.toISOString() ?? draft.updatedAt };
}

export type CarriedOver = {
  draft: Draft;
  /** What the draft was made with before. */
  from: Draft['playbook'];
  /** Criteria whose answer no longer counts: the question is gone, or no longer has that answer. */
  gone: { criterion: string; value: AnswerValue | null; why: 'criterion' | 'value' }[];
  /** The chosen stage or outcome is no longer there. */
  decisionGone: boolean;
};

/**
 * The draft for another version of its playbook, or for another playbook: answers to criteria that still exist with
 * values that still fit stay, the rest is named in `gone`. What another playbook doesn't ask is kept in the draft
 * without counting, for whoever changes back. A decision for a stage or reason that is gone is dropped. Same hash: the
 * same draft.
 */
export function carryOver(draft: Draft, target: { playbook: Playbook; hash: string }): CarriedOver {
  const { playbook, hash } = target;
  const from = draft.playbook;
  if (draft.playbook.hash === hash) return { draft, from, gone: [], decisionGone: false };
  const gone: CarriedOver['gone'] = [];
  const another = from.id !== playbook.id;
  const kept = Object.entries(draft.answers).filter(([id, { value }]) => {
    const criterion = playbook.criteria.find((one) => one.id === id);
    if (criterion !== undefined && (value === null || fits(criterion, value))) return true;
    gone.push({ criterion: id, value, why: criterion === undefined ? 'criterion' : 'value' });
    return another && criterion === undefined;
  });
  const decisionGone = draft.decision !== null && !decisionExists(draft.decision, playbook);
  return {
    draft: {
      ...draft,
      playbook: { id: playbook.id, version: playbook.version, hash },
      answers: Object.fromEntries(kept),
      decision: decisionGone ? null : draft.decision,
    },
    from,
    gone,
    decisionGone,
  };
}

function decisionExists(decision: NonNullable<Draft['decision']>, playbook: Playbook): boolean {
  if (decision.kind === 'stage') return playbook.stages.some((stage) => stage.id === decision.stage);
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  return outcome?.reasons.some((reason) => reason.id === decision.reason) ?? false;
}
