// Evidence to answers: for each criterion the one answer that holds, who it is from, and what else was said.
import type { Answers, AnswerValue } from '@/lib/playbook/answer';
import type { Criterion, Playbook } from '@/lib/playbook/schema';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { timeOf } from '@/lib/util/dates';
import { own } from '@/lib/util/object';
import type { Draft } from '../answers/draft';
import type { Answered, Evidence } from '../answers/types';
import { fits } from '../answers/values';
import { withDerived } from './derived';
import { earlierEvidence } from './earlier';
import { evidenceFor } from './evidence';

const timeRank = (evidence: Evidence) => timeOf(evidence.at) ?? Number.MIN_SAFE_INTEGER;

/** Marks what said otherwise than the answer that holds; what was old, ahead or empty stays as it was. */
function settle(
  evidence: Evidence[],
  value: AnswerValue | null,
): { evidence: Evidence[]; disagrees: boolean } {
  const marked = evidence.map(
    (one): Evidence => (one.state === 'answers' && one.says !== value ? { ...one, state: 'overruled' } : one),
  );
  return { evidence: marked, disagrees: marked.some((one) => one.state === 'overruled') };
}

function answeredOne(
  criterion: Criterion,
  facts: Fact[],
  snapshot: Snapshot | null,
  draft: Draft | null,
  now: Date,
): Answered {
  const live = snapshot === null ? [] : evidenceFor(criterion, facts, snapshot, now);
  const earlier = snapshot === null ? null : earlierEvidence(criterion, snapshot, now);
  const all = earlier === null ? live : [...live, earlier.evidence];
  const rep = draft === null ? undefined : own(draft.answers, criterion.id);
  const base = { criterion: criterion.id, asked: false };
  if (rep !== undefined && (rep.value === null || fits(criterion, rep.value))) {
    const quote = rep.quote === undefined ? {} : { quote: rep.quote };
    const said = { value: rep.value, from: 'rep' as const, at: rep.at, by: rep.by?.name ?? null, ...quote };
    return { ...base, ...said, asked: true, ...settle(all, rep.value) };
  }
  // Stable: of facts equally new the one whose rule comes first wins; one without a time loses to any with one.
  const speaking = live.filter((one) => one.state === 'answers').sort((a, b) => timeRank(b) - timeRank(a));
  const fact = speaking[0];
  if (
    earlier?.evidence.state === 'answers' &&
    (fact === undefined || timeRank(earlier.evidence) >= timeRank(fact))
  ) {
    const { says, at, source } = earlier.evidence;
    const said = { value: says, from: 'earlier' as const, at, by: source, ...earlier.along };
    return { ...base, ...said, ...settle(all, says) };
  }
  if (fact !== undefined) {
    const said = { value: fact.says, from: 'crm' as const, at: fact.at, by: fact.source };
    return { ...base, ...said, ...settle(all, fact.says) };
  }
  return { ...base, value: null, from: 'none', at: null, by: null, evidence: all, disagrees: false };
}

/**
 * The answer to every criterion of the playbook, by its id. The rep's word (the draft) beats everything; then the newer
 * of the latest answering fact and the answer in an earlier note (180 days at most); then unknown. Facts come from the
 * snapshot, and derived.ts adds what follows from them. snapshot null: not read yet. Never throws.
 */
export function answered(
  playbook: Playbook,
  snapshot: Snapshot | null,
  draft: Draft | null,
  now: Date,
): Record<string, Answered> {
  const facts = snapshot === null ? [] : withDerived(playbook, snapshot, now);
  return Object.fromEntries(
    playbook.criteria.map((one) => [one.id, answeredOne(one, facts, snapshot, draft, now)] as const),
  );
}

/** The values alone, as the playbook's rules take them. */
export function plainAnswers(all: Record<string, Answered>): Answers {
  return Object.fromEntries(Object.values(all).map((one) => [one.criterion, one.value] as const));
}
