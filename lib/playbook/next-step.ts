// Which next step a key stands for at a stage, and what a playbook has to say of where a contact stands.
import type { Answers } from './answer';
import { plainSteps, settling } from './plain-steps';
import type { Playbook } from './schema';
import type { PlaybookStep, StepKind } from './step-schema';

/** The playbook's steps; one without any word on them gets plain ones, one of each kind. */
export function stepsOf(playbook: Playbook): readonly PlaybookStep[] {
  return playbook.steps ?? settling(plainSteps, playbook.criteria);
}

/** The step of this kind at a stage: one that names the stage, else one for all; null where the playbook has none. */
export function stepFor(playbook: Playbook, kind: StepKind, stage: string | null): PlaybookStep | null {
  const all = stepsOf(playbook).filter((one) => one.kind === kind);
  const named = all.find((one) => stage !== null && one.stages?.includes(stage));
  return named ?? all.find((one) => one.stages === undefined) ?? null;
}

/** What to send or talk about for the answers given, in the playbook's order; of one criterion, where one is named. */
export function contentFor(
  playbook: Playbook,
  answers: Answers,
  only?: string,
): { label: string; text: string }[] {
  return (playbook.content ?? []).flatMap(({ criterion, option, text }) => {
    if (answers[criterion] !== option || (only !== undefined && only !== criterion)) return [];
    const options = playbook.criteria.find(({ id }) => id === criterion)?.options ?? [];
    return [{ label: options.find(({ id }) => id === option)?.label ?? option, text }];
  });
}
