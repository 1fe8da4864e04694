// Which questions are still open: those whose answer the stages wait for, or rest on without knowing it.
import type { Answers } from './answer';
import { type Known, knownAnswers } from './known';
import { truthOf } from './logic';
import { group, isAtom, isNot, isUnless } from './rules';
import type { Playbook, Rule } from './schema';

/** Of `any` with a yes in it the other ways are no longer asked for; what an `unless` presumes still is. */
function openIn(rule: Rule, known: Known): string[] {
  if (isAtom(rule)) return known.has(rule.criterion) ? [] : [rule.criterion];
  if (isNot(rule)) return openIn(rule.not, known);
  if (isUnless(rule)) return openIn(rule.unless, known);
  const settled = truthOf(rule, known) === 'yes';
  return group(rule).of.flatMap((part) =>
    settled && truthOf(part, known) !== 'yes' ? [] : openIn(part, known),
  );
}

/** The criteria that nobody knows the answer to and the stages still ask for, by id. */
export function openCriteria(
  { stages, criteria }: Pick<Playbook, 'stages' | 'criteria'>,
  answers: Answers,
): ReadonlySet<string> {
  const known = knownAnswers(criteria, answers);
  return new Set(stages.flatMap(({ rule }) => openIn(rule, known)));
}
