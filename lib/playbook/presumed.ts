// What a stage rests on that nobody has said: each "unless" of which nothing is known yet.
import type { Answers } from './answer';
import { type Known, knownAnswers } from './known';
import { truthOf } from './logic';
import { criteriaOf, inside, isUnless, strict } from './rules';
import type { Playbook, Rule } from './schema';

/** The criteria of every `unless` that holds only because nothing is known against it. */
function openIn(rule: Rule, known: Known): string[] {
  if (!isUnless(rule)) return inside(rule).flatMap((part) => openIn(part, known));
  if (truthOf(rule.unless, known) !== 'unknown') return [];
  return criteriaOf(rule.unless).filter((id) => !known.has(id));
}

/**
 * The criteria on which a stage that holds would fall, should their answers speak against it; empty where the answers
 * that are there are enough by themselves, and for a stage that doesn't hold.
 */
export function presumedFor(
  { stages, criteria }: Pick<Playbook, 'stages' | 'criteria'>,
  stage: string | null,
  answers: Answers,
): string[] {
  const at = stages.findIndex(({ id }) => id === stage);
  const ladder: Rule = { all: stages.slice(0, at + 1).map(({ rule }) => rule) };
  const known = knownAnswers(criteria, answers);
  if (at < 0 || truthOf(ladder, known) !== 'yes' || truthOf(strict(ladder), known) === 'yes') return [];
  return [...new Set(openIn(ladder, known))];
}

/** The same in a sentence without a full stop: `Prospect holds until shown otherwise: "Could and would buy" is not known`. */
export function presumedWords(
  playbook: Pick<Playbook, 'stages' | 'criteria'>,
  stage: string | null,
  answers: Answers,
): string {
  const named = presumedFor(playbook, stage, answers).map(
    (id) => `"${playbook.criteria.find((one) => one.id === id)?.label ?? id}"`,
  );
  if (named.length === 0) return '';
  const name = playbook.stages.find(({ id }) => id === stage)?.name ?? stage;
  return `${name} holds until shown otherwise: ${named.join(', ')} ${named.length === 1 ? 'is' : 'are'} not known`;
}
