// What the rep decides: the verdict's stage by default, and what a decision needs before it can be written.
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import { dayWords, isoDay, timeOf } from '@/lib/util/dates';
import { cleanLine } from '@/lib/util/text';
import type { Decision } from '../answers/draft';
import { isPlaceholder } from '../evidence/placeholder';

/** The stage that the answers support; the lowest where they support none. */
export function defaultDecision(playbook: Playbook, verdict: Verdict): Decision {
  return {
    kind: 'stage',
    stage: verdict.stage ?? playbook.stages[0]?.id ?? '',
    override: null,
  };
}

/** Whether the rep decided for another stage than the answers support. Outcomes are always a person's decision. */
export function isOverride(decision: Decision, verdict: Verdict): boolean {
  return decision.kind === 'stage' && decision.keep === undefined && decision.stage !== verdict.stage;
}

/** What is asked to be written, tidied: an override only where it is one, a date only where the outcome asks for one. */
export function tidyDecision(decision: Decision, playbook: Playbook, verdict: Verdict): Decision {
  if (decision.kind === 'stage') {
    const reason = cleanLine(decision.override?.reason ?? '');
    return { ...decision, override: isOverride(decision, verdict) ? { reason } : null };
  }
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  const returnOn = outcome?.asksDate ? decision.returnOn : null;
  return { ...decision, comment: cleanLine(decision.comment), returnOn };
}

/** What the CRM says and goes on saying, where the rep keeps it; null where the decision is written to its fields. */
export function keptOf(decision: Decision): string | null {
  return decision.kind === 'stage' ? (decision.keep ?? null) : null;
}

/** The decision as a headline: "Prospect", "Disqualified", "Customer kept". */
export function decisionTitle(decision: Decision, playbook: Playbook): string {
  const kept = keptOf(decision);
  return kept === null ? decisionName(decision, playbook) : `${kept} kept`;
}

/** The stage's or outcome's name in the playbook. */
export function decisionName(decision: Decision, playbook: Playbook): string {
  const id = decision.kind === 'stage' ? decision.stage : decision.outcome;
  const list = decision.kind === 'stage' ? playbook.stages : playbook.outcomes;
  return list.find((one) => one.id === id)?.name ?? id;
}

/** The outcome's reason in words; '' for a stage or where it isn't chosen. */
export function reasonLabel(decision: Decision, playbook: Playbook): string {
  if (decision.kind === 'stage') return '';
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  return outcome?.reasons.find((one) => one.id === decision.reason)?.label ?? '';
}

/** Why a tidied decision can't be written yet, as what to do; null when it can. */
export function decisionGap(
  decision: Decision,
  playbook: Playbook,
  verdict: Verdict,
  now: Date,
): string | null {
  if (decision.kind === 'stage') {
    const stage = playbook.stages.find((one) => one.id === decision.stage);
    if (stage === undefined) return 'Choose a stage: the one chosen is no longer in the playbook.';
    if (decision.override === null || !isPlaceholder(decision.override.reason)) return null;
    const supported = playbook.stages.find((one) => one.id === verdict.stage);
    const said = supported === undefined ? 'support no stage yet' : `support ${supported.name}`;
    return `Say why it is ${stage.name}: the answers ${said}.`;
  }
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  if (outcome === undefined) return 'Choose an outcome: the one chosen is no longer in the playbook.';
  if (reasonLabel(decision, playbook) === '') return `Choose a reason for ${outcome.name}.`;
  if (!outcome.asksDate) return null;
  if (decision.returnOn === null || decision.returnOn.trim() === '') return 'Choose a date to come back.';
  if (decision.returnOn.length !== 10 || timeOf(decision.returnOn) === null)
    return 'Choose a date to come back: the one given is not a day.';
  // Where the day is still yesterday's (UTC-12), yesterday isn't past.
  if (decision.returnOn < isoDay(new Date(now.getTime() - 12 * 3_600_000)))
    return `Choose a date to come back that is not past: ${dayWords(decision.returnOn)} is.`;
  return null;
}
