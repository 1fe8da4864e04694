// What can be done to a draft: begin, answer, take back, and carry it over to a new version of the playbook.
import type { AnswerValue } from '../playbook/answer';
import type { Playbook } from '../playbook/schema';
import type { Draft } from './draft';
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
 * is kept up to 500 characters; without one, an earlier quote on the same value stays.
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
  const before = Object.hasOwn(draft.answers, criterion) ? draft.answers[criterion] : undefined;
  const words = (quote ?? (before?.value === value ? before.quote : undefined))?.trim().slice(0, 500);
  const said = { value, at, by, ...(words === undefined || words === '' ? {} : { quote: words }) };
  return { ...draft, answers: { ...draft.answers, [criterion]: said }, updatedAt: at };
}

/** The draft without the rep's word on a criterion: the CRM's facts speak again. `now` moves updatedAt. */
export function clearAnswer(draft: Draft, criterion: string, now?: Date): Draft {
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== criterion));
  return { ...draft, answers, updatedAt: now?.toISOString() ?? draft.updatedAt };
}

export type CarriedOver = {
  draft: Draft;
  /** Criteria whose answer could not stay: the question is gone, or no longer has that answer. */
  gone: { criterion: string; value: AnswerValue | null; why: 'criterion' | 'value' }[];
  /** The chosen stage or outcome is no longer there. */
  decisionGone: boolean;
};

/**
 * The draft for another version of its playbook: answers to criteria that still exist with values that still fit stay,
 * the rest is named in `gone`. A decision for a stage or reason that is gone is dropped. Same hash: the same draft.
 */
export function carryOver(draft: Draft, target: { playbook: Playbook; hash: string }): CarriedOver {
  const { playbook, hash } = target;
  if (draft.playbook.hash === hash) return { draft, gone: [], decisionGone: false };
  const gone: CarriedOver['gone'] = [];
  const kept = Object.entries(draft.answers).filter(([id, { value }]) => {
    const criterion = playbook.criteria.find((one) => one.id === id);
    if (criterion !== undefined && (value === null || fits(criterion, value))) return true;
    gone.push({ criterion: id, value, why: criterion === undefined ? 'criterion' : 'value' });
    return false;
  });
  const decisionGone = draft.decision !== null && !decisionExists(draft.decision, playbook);
  return {
    draft: {
      ...draft,
      playbook: { id: playbook.id, version: playbook.version, hash },
      answers: Object.fromEntries(kept),
      decision: decisionGone ? null : draft.decision,
    },
    gone,
    decisionGone,
  };
}

function decisionExists(decision: NonNullable<Draft['decision']>, playbook: Playbook): boolean {
  if (decision.kind === 'stage') return playbook.stages.some((stage) => stage.id === decision.stage);
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  return outcome?.reasons.some((reason) => reason.id === decision.reason) ?? false;
}
