// The outcome that the answers of a record speak for, with the reason: always to be seen, and never more than one.
import { explainOutcome } from '@/lib/playbook';
import type { Outcome } from '@/lib/playbook/schema';
import { crmStage, plainAnswers } from '@/lib/qualification';
import type { Decision } from '@/lib/qualification/answers/draft';
import type { Sheet } from './state';
import type { OpenRecord } from './useSidebar';

export type Proposed = {
  outcome: Outcome;
  /** The answers that speak for it; '' where the sentence on the next stage names them already. */
  why: string;
  /** The key that leads there; null where that belongs to another outcome. */
  cap: 'D' | 'L' | null;
};

type Told = Pick<OpenRecord, 'sheet' | 'playbook' | 'derived' | 'review'>;

/** The stage or outcome that the CRM's own fields tell; null where that is not known. */
export function crmSays({ sheet: { snapshot }, playbook, review }: Told): string | null {
  if (!snapshot || review?.state !== 'ready') return null;
  const { mapping, options } = review.value;
  return crmStage(playbook.playbook, mapping, snapshot.stages, options.stageFields);
}

type Deciding = { decision: Decision | null } | null;
const outcomeOf = (of: Deciding): string | null =>
  of?.decision?.kind === 'outcome' ? of.decision.outcome : null;

/** An outcome that is decided here and not written yet. */
const decidedOutcome = ({ draft, submission }: Sheet): string | null =>
  outcomeOf(submission) ?? outcomeOf(draft);

/**
 * Letting go comes before coming back later, and is proposed whatever the next stage still needs; coming back only once
 * that stage is out of reach. Null where nothing is proposed, or an outcome is decided, on its way or there already.
 */
export function proposedOf(record: Told): Proposed | null {
  const { sheet, playbook, derived } = record;
  const { verdict, answered, sentence } = derived;
  if (sheet.snapshot === null || decidedOutcome(sheet) !== null) return null;
  const { outcomes } = playbook.playbook;
  const next = verdict.stages.find(({ id }) => id === verdict.nextStage);
  const spoken = outcomes.filter(({ id }) =>
    verdict.outcomes.some((one) => one.id === id && one.proposed === 'yes'),
  );
  const outcome = spoken.find(({ asksDate }) => !asksDate) ?? (next?.holds === 'no' ? spoken[0] : undefined);
  if (!outcome || crmSays(record) === outcome.id || outcomeOf(sheet.written) === outcome.id) return null;
  const all = explainOutcome(playbook.compiled, outcome.id, plainAnswers(answered)) ?? '';
  const why = all.slice(outcome.name.length).replace(/^: /, '');
  const first = outcomes.find(({ asksDate }) => asksDate === outcome.asksDate) === outcome;
  const cap = outcome.asksDate ? 'L' : 'D';
  return { outcome, why: sentence.includes(why) ? '' : why, cap: first ? cap : null };
}
