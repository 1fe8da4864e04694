// One playbook and some answers, for tests of single statements: what it says of them, and what it says at all.
import { compile, evaluate, stepFor } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import type { Playbook } from '@/lib/playbook/schema';
import { yes } from '../../cases/case';

/** A statement of an article, by its line there, and the check that it holds in the article's playbook. */
export type Statement = { line: string; says: string; holds: () => void };

/** What a playbook decides and says, each thing by one short name. */
export function under(playbook: Playbook) {
  const compiled = compile(playbook);
  const verdict = (answers: Answers) => evaluate(compiled, answers);
  const stage = (id: string) => found(playbook.stages, id);
  const outcome = (id: string) => found(playbook.outcomes, id);
  const criterion = (id: string) => found(playbook.criteria, id);
  const step = (kind: 'followUp' | 'findDecider', at: string) => {
    const one = stepFor(playbook, kind, at);
    return one && `${one.label}. ${one.subject}. ${one.body ?? ''}`;
  };
  return {
    verdict,
    /** The stage that these answers, all of them yes, reach. */
    reached: (...ids: string[]) => verdict(yes(...ids)).stage,
    proposed: (id: string, answers: Answers) =>
      verdict(answers).outcomes.find((one) => one.id === id)?.proposed ?? 'absent',
    flagged: (id: string, answers: Answers) =>
      verdict(answers).flags.find((one) => one.id === id)?.value ?? 'absent',
    stage,
    outcome,
    criterion,
    flag: (id: string) => found(playbook.flags, id),
    option: (id: string, option: string) => found(criterion(id).options ?? [], option),
    step,
    /** All that is said at a stage: what it means, how to talk there, and the step on F. */
    told: (id: string) => {
      const { meaning, guidance = '' } = stage(id);
      return `${meaning} ${guidance} ${step('followUp', id) ?? ''}`;
    },
    asks: (id: string) => playbook.criteria.some((one) => one.id === id),
    note: (title: string) => playbook.sources.find((one) => one.title === title)?.note ?? '',
  };
}

function found<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw new Error(`There is no "${id}".`);
  return one;
}
