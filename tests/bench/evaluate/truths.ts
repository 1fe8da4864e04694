// What every engine can be asked: the truth of each stage, outcome and flag. Named, so that results can be compared.
import type { Answers, Truth } from '../../../lib/playbook/answer.ts';
import type { Playbook, Rule } from '../../../lib/playbook/schema.ts';
import type { Verdict } from '../../../lib/playbook/verdict.ts';

export type Asked = { name: string; rule: Rule };
export type Truths = Record<string, Truth>;
export type Engine = (answers: Answers) => Truths | Promise<Truths>;

/** A stage holds with all rules before it; the other rules stand alone. */
export function askedOf({ stages, outcomes, flags, scales }: Playbook): Asked[] {
  return [
    ...stages.map(({ id }, at) => ({
      name: `stage ${id}`,
      rule: { all: stages.slice(0, at + 1).map((stage) => stage.rule) },
    })),
    ...outcomes.map(({ id, rule }) => ({ name: `outcome ${id}`, rule })),
    ...flags.map(({ id, rule }) => ({ name: `flag ${id}`, rule })),
    ...scales.flatMap(({ id, of }) => of.map(({ rule }, at) => ({ name: `part ${id} ${at}`, rule }))),
  ];
}

/** The same truths, read from a verdict. A scale's parts are only counted there, and so compared by their count. */
export function truthsOf(verdict: Verdict): Truths {
  return Object.fromEntries([
    ...verdict.stages.map((stage) => [`stage ${stage.id}`, stage.holds]),
    ...verdict.outcomes.map((outcome) => [`outcome ${outcome.id}`, outcome.proposed]),
    ...verdict.flags.map((flag) => [`flag ${flag.id}`, flag.value]),
  ]);
}
