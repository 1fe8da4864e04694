// A decision as a rep might take it, made into a submission by the product's own pure functions.

import { compile, evaluate } from '../../lib/playbook/index.ts';
import type { Playbook } from '../../lib/playbook/schema.ts';
import type { Answers } from '../../lib/protocol/messages.ts';
import type { Decision, Draft, NextStep } from '../../lib/qualification/answers/draft.ts';
import {
  answer,
  answered,
  createSubmission,
  crmStage,
  emptyDraft,
  formOf,
  isoDay,
  offersDeal,
  type Plan,
  plainAnswers,
  plan,
} from '../../lib/qualification/index.ts';
import type { Submission } from '../../lib/qualification/plan/submission.ts';
import type { Snapshot } from '../../lib/record/snapshot.ts';
import type { Random } from '../sandbox/common/random.ts';

export type Given = {
  playbook: Playbook;
  identity: Draft['playbook'];
  snapshot: Snapshot;
  review: Answers['review.options'];
  now: Date;
};

const inDays = (now: Date, days: number): string => isoDay(new Date(now.getTime() + days * 86_400_000));

function decide({ playbook, snapshot, review, now }: Given, chance: Random): Decision {
  const why = { reason: 'As the soak drew it' };
  const stages = playbook.stages.map(({ id }) => id);
  const outcome = chance.chance(0.15) ? chance.pick(playbook.outcomes) : undefined;
  const reason = outcome?.reasons[0]?.id;
  if (outcome && reason) {
    const returnOn = outcome.asksDate ? inDays(now, chance.int(2, 90)) : null;
    return { kind: 'outcome', outcome: outcome.id, reason, comment: 'Soak', returnOn };
  }
  // Nothing but the note, where the stage stays.
  const { stageFields } = review.options;
  const stays = chance.chance(0.2) && crmStage(playbook, review.mapping, snapshot.stages, stageFields);
  let stage = stays || chance.pick(stages);
  const form = formOf(review.options.forms, { kind: 'stage', stage, override: why });
  // A conversion can't be undone: most leads stay what they are, so that there are some to the end.
  if (form?.instead && !chance.chance(0.15)) stage = stages[0] ?? stage;
  return { kind: 'stage', stage, override: why };
}

function nextStep(decision: Decision, chance: Random, now: Date): NextStep | null {
  if (!chance.chance(0.35)) return null;
  const kind = decision.kind === 'stage' ? 'followUp' : 'nurture';
  const dueOn = inDays(now, chance.int(2, 20));
  return { kind, label: 'Next step', subject: 'What the soak drew', body: 'Call again.', dueOn };
}

/** null where the record takes no such decision: the caller asks for another one. */
export function compose(given: Given, chance: Random): Submission | null {
  const { playbook, identity, snapshot, review, now } = given;
  let draft = emptyDraft(snapshot.ref, identity, now);
  for (const criterion of playbook.criteria)
    if (criterion.kind === 'yesno' && chance.chance(0.5))
      draft = answer(draft, criterion.id, chance.chance(0.8) ? 'yes' : 'no', review.person, now);
  const all = answered(playbook, snapshot, draft, now);
  const verdict = evaluate(compile(playbook), plainAnswers(all));
  const decision = decide(given, chance);
  const pipeline = review.options.pipelines[0];
  const stage = pipeline?.stages[0]?.value;
  const deal =
    pipeline && stage && offersDeal(playbook, decision) && chance.chance(0.5)
      ? { create: true, name: 'Soak', pipeline: pipeline.id, stage, amount: 1200, closeDate: inDays(now, 60) }
      : null;
  const made: Plan = plan({
    playbook,
    verdict,
    answered: all,
    snapshot,
    mapping: review.mapping,
    stageFields: review.options.stageFields,
    decision,
    deal,
    next: nextStep(decision, chance, now),
    noteText: null,
    extra: {},
    forms: review.options.forms,
    noteMost: review.options.noteMost,
    dealWord: review.options.dealWord,
    person: review.person,
    now,
  });
  if (made.blocked !== null) return null;
  const { person, together } = review;
  return createSubmission(made, {
    id: chance.uuid(),
    snapshot,
    verdict,
    answered: all,
    person,
    now,
    together,
  });
}

/** The record as the rep expects it once this is written: what the next submission in line starts from. */
export function after(
  snapshot: Snapshot,
  changes: readonly { field: string; to: string; toText: string }[],
): Snapshot {
  const stages = snapshot.stages.map((stage) => {
    const change = changes.find(({ field }) => field === stage.field);
    return change ? { ...stage, value: change.to, text: change.toText } : stage;
  });
  return { ...snapshot, stages };
}
