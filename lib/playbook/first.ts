// The marks of a playbook that put a person before all others in a list: who carries one, and why they come first.
import type { Answers } from './answer';
import { knownAnswers } from './known';
import { truthOf } from './logic';
import type { Playbook } from './schema';
import type { Verdict } from './verdict';

/** The mark's name, and the reason to spend time there; '' where the playbook gives none. */
export type FirstMark = { name: string; why: string };

/** The flags that hold on these answers, by id. For lists, which need no verdict. */
export function heldFlags({ flags, criteria }: Playbook, answers: Answers): string[] {
  const known = knownAnswers(criteria, answers);
  return flags.filter(({ rule }) => truthOf(rule, known) === 'yes').map(({ id }) => id);
}

/** The same of a verdict that is there already. */
export const flagsOf = ({ flags }: Verdict): string[] =>
  flags.filter(({ value }) => value === 'yes').map(({ id }) => id);

/** Of these flags, the one that puts its person first; null where none does, or the playbook no longer has it. */
export function firstMark({ flags }: Playbook, held: readonly string[]): FirstMark | null {
  const mark = flags.find(({ id, first }) => first === true && held.includes(id));
  return mark ? { name: mark.name, why: mark.help ?? '' } : null;
}

/** A list with those first who carry such a mark; otherwise as it was. */
export function firstFirst<T>(all: readonly T[], isFirst: (one: T) => boolean): T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}
