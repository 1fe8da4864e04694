// What can be done to a draft: begin, answer, take back, and carry it over to a new version of the playbook.
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Playbook } from '@/lib/playbook/schema';
import type { Person, RecordRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';
import { type Draft, QUOTE_MOST, type RepAnswer } from '../answers/draft';
import { fits } from '../answers/values';
import { asMeantNow } from '../record-line/meant';
import { callAnswered } from './call';

/** `revision`: a number that no earlier draft of the record has had; newRevision() gives one. */
export function emptyDraft(ref: RecordRef, playbook: Draft['playbook'], now: Date, revision = 0): Draft {
  const at = now.toISOString();
  return {
    ref,
    playbook: { id: playbook.id, version: playbook.version, hash: playbook.hash },
    answers: {},
    noteText: null,
    decision: null,
    deal: null,
    extra: {},
    revision,
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
  const revision = draft.revision + 1;
  const said = {
    value,
    at,
    rev: revision,
    by,
    ...(words === undefined || words === '' ? {} : { quote: words }),
  };
  const answers = { ...draft.answers, [criterion]: said };
  return { ...draft, answers, call: callAnswered(draft.call, now), revision, updatedAt: at };
}

/** The draft with the customer's own words beside the rep's answer to a criterion; '' takes them away. */
export function quote(draft: Draft, criterion: string, words: string, now: Date): Draft {
  const said = own(draft.answers, criterion);
  if (!said) return draft;
  const { quote: _, ...bare } = said;
  const kept = words.trim().slice(0, QUOTE_MOST);
  const revision = draft.revision + 1;
  const next = { ...bare, rev: revision, ...(kept === '' ? {} : { quote: kept }) };
  const answers = { ...draft.answers, [criterion]: next };
  return { ...draft, answers, revision, updatedAt: now.toISOString() };
}

/** The draft with an answer as it was before: a change like any other. */
export function restore(draft: Draft, criterion: string, before: RepAnswer, now: Date): Draft {
  const revision = draft.revision + 1;
  const answers = { ...draft.answers, [criterion]: { ...before, rev: revision } };
  return { ...draft, answers, revision, updatedAt: now.toISOString() };
}

/** Of what this playbook asks, the criterion whose answer the rep changed last; null where there is none. */
export function lastAnswered(draft: Draft, { criteria }: Pick<Playbook, 'criteria'>): string | null {
  const all = Object.entries(draft.answers).filter(([id]) => criteria.some((one) => one.id === id));
  return (
    all.reduce<(typeof all)[number] | null>((a, b) => (a && later(a[1], b[1]) === a[1] ? a : b), null)?.[0] ??
    null
  );
}

/**
 * The one of two answers that was changed later. Times only decide between answers of which neither window had seen the
 * other, and those of versions that did not count yet; answers equal in all of it are told apart by what they say.
 */
export function later(a: RepAnswer, b: RepAnswer): RepAnswer {
  const [first, second] = [a.rev ?? 0, b.rev ?? 0];
  if (first !== second) return first > second ? a : b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) > JSON.stringify(b) ? a : b;
}

/** The draft without the rep's word on a criterion: the CRM's facts speak again. `now` moves updatedAt. */
export function clearAnswer(draft: Draft, criterion: string, now?: Date): Draft {
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== criterion));
  const revision = draft.revision + 1;
  return { ...draft, answers, revision, updatedAt: now?.toISOString() ?? draft.updatedAt };
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
 * without counting, for whoever changes back. A decision for a stage or reason that is gone is dropped. An answer
 * to a question that has another meaning now goes along by what it says for certain. Same hash: the same draft.
 */
export function carryOver(draft: Draft, target: { playbook: Playbook; hash: string }): CarriedOver {
  const { playbook, hash } = target;
  const from = draft.playbook;
  if (draft.playbook.hash === hash) return { draft, from, gone: [], decisionGone: false };
  const gone: CarriedOver['gone'] = [];
  const another = from.id !== playbook.id;
  const answers = asMeantNow(from, draft.answers, ({ value }) => value);
  const kept = Object.entries(answers).filter(([id, { value }]) => {
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
