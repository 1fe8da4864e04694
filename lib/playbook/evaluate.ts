// What a playbook says of a set of answers: the one function behind the sidebar, the backtest and the reports.
import { against } from './against';
import type { Answers } from './answer';
import type { Compiled } from './compiled';
import { type Known, knownAnswers } from './known';
import { truthOf } from './logic';
import { missingSets } from './missing';
import { nextQuestion } from './next-question';
import type { Playbook, Rule } from './schema';
import type { StageVerdict, Verdict } from './verdict';

export type EvaluateOptions = {
  /** Criteria that were asked without getting an answer: they are not asked again. */
  skip?: ReadonlySet<string>;
};

function scaleOf(scale: Playbook['scales'][number], known: Known): Verdict['scales'][number] {
  const truths = scale.of.map((part) => truthOf(part.rule, known));
  const count = (truth: string): number => truths.filter((one) => one === truth).length;
  const [yes, no, unknown] = [count('yes'), count('no'), count('unknown')];
  const reached = scale.bands.filter((band) => band.atLeast <= yes);
  const highest = reached.reduce<(typeof reached)[number] | null>(
    (best, band) => (best && best.atLeast >= band.atLeast ? best : band),
    null,
  );
  const band = highest && yes + no > 0 ? { id: highest.id, label: highest.label } : null;
  return { id: scale.id, name: scale.name, band, yes, no, unknown };
}

/**
 * The verdict on these answers. Pure and deterministic: the same playbook and answers give the same verdict.
 * Answers that don't fit their criterion are unknown. Learning an unknown answer never contradicts what was settled.
 */
export function evaluate(compiled: Compiled, answers: Answers, options: EvaluateOptions = {}): Verdict {
  const { playbook, hash, byId } = compiled;
  const known = knownAnswers(byId.values(), answers);
  // A stage holds when its own rule and every earlier one do.
  const ladder: Rule[] = playbook.stages.map((_, index) => ({
    all: playbook.stages.slice(0, index + 1).map((stage) => stage.rule),
  }));
  const stages = playbook.stages.map((stage, index): StageVerdict => {
    const whole = ladder[index] ?? stage.rule;
    return {
      id: stage.id,
      rule: truthOf(stage.rule, known),
      holds: truthOf(whole, known),
      missing: missingSets(whole, known, compiled).sets,
      against: against(whole, known),
    };
  });
  const reached = stages.findLastIndex((stage) => stage.holds === 'yes');
  const nextVerdict = stages[reached + 1];
  const nextRule = ladder[reached + 1];
  const next = nextVerdict && nextRule ? { verdict: nextVerdict, rule: nextRule } : null;
  return {
    playbook: { id: playbook.id, version: playbook.version, hash },
    stage: stages[reached]?.id ?? null,
    nextStage: nextVerdict?.id ?? null,
    stages,
    next: nextQuestion({ compiled, known, skip: options.skip ?? new Set() }, next),
    outcomes: playbook.outcomes.map(({ id, rule }) => ({ id, proposed: truthOf(rule, known) })),
    flags: playbook.flags.map(({ id, name, rule }) => ({ id, name, value: truthOf(rule, known) })),
    scales: playbook.scales.map((scale) => scaleOf(scale, known)),
    labels: playbook.labels.map(({ id, name, criterion }) => {
      const option = known.get(criterion);
      return { id, name, option: typeof option === 'string' ? option : null };
    }),
  };
}
