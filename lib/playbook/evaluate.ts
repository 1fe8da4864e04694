// What a playbook says of a set of answers: the one function behind the sidebar, the backtest and the reports.
import type { Answers } from './answer';
import type { Compiled } from './compiled';
import { nextQuestion } from './next-question';
import type { Prepared } from './prepared';
import { type Level, NO, OPEN, type Row, truthAt, YES } from './program';
import type { Playbook } from './schema';
import type { StageVerdict, Verdict } from './verdict';

export type EvaluateOptions = {
  /** Criteria that were asked without getting an answer: they are not asked again. */
  skip?: ReadonlySet<string>;
};

const NOTHING: ReadonlySet<string> = new Set();

function scaleOf(
  { id, name, bands }: Playbook['scales'][number],
  parts: readonly Prepared[],
  row: Row,
): Verdict['scales'][number] {
  const count = [0, 0, 0];
  for (const part of parts) {
    const level = part.test(row);
    count[level] = (count[level] ?? 0) + 1;
  }
  const [no = 0, unknown = 0, yes = 0] = count;
  const bandAt = (holding: number): (typeof bands)[number] | null => {
    let highest: (typeof bands)[number] | null = null;
    for (const band of bands)
      if (band.atLeast <= holding && (highest === null || highest.atLeast < band.atLeast)) highest = band;
    return highest;
  };
  // Unknown is not no: as long as it could still lift the contact into a higher band, none is claimed.
  const settled = yes + no > 0 ? bandAt(yes) : null;
  const band = settled === bandAt(yes + unknown) ? settled : null;
  return { id, name, band: band && { id: band.id, label: band.label }, yes, no, unknown };
}

/**
 * The verdict on these answers. Pure and deterministic: the same playbook and answers give the same verdict.
 * Answers that don't fit their criterion are unknown. Learning an unknown answer never contradicts what was settled.
 */
export function evaluate(compiled: Compiled, answers: Answers, options: EvaluateOptions = {}): Verdict {
  const { playbook, hash, ready } = compiled;
  const row = ready.read(answers);
  // A stage holds when its own rule and every earlier one do.
  let below: Level = YES;
  let reached = -1;
  const stages: StageVerdict[] = [];
  for (const [index, { own, whole }] of ready.stages.entries()) {
    const level = own(row);
    if (level < below) below = level;
    if (below === YES) reached = index;
    const open = below === OPEN ? whole.sets(row, true) : null;
    stages.push({
      id: playbook.stages[index]?.id ?? '',
      rule: truthAt(level),
      holds: truthAt(below),
      missing: open?.sets ?? [],
      ...(open?.cut === undefined ? {} : { cut: open.cut }),
      against: below === NO ? whole.against(row) : [],
    });
  }
  const next = stages[reached + 1];
  return {
    playbook: { id: playbook.id, version: playbook.version, hash },
    stage: stages[reached]?.id ?? null,
    nextStage: next?.id ?? null,
    stages,
    next: nextQuestion(
      { compiled, row, skip: options.skip ?? NOTHING },
      next && { verdict: next, at: reached + 1 },
    ),
    outcomes: playbook.outcomes.map(({ id }, at) => ({
      id,
      proposed: truthAt(ready.outcomes[at]?.test(row) ?? OPEN),
    })),
    flags: playbook.flags.map(({ id, name }, at) => ({
      id,
      name,
      value: truthAt(ready.flags[at]?.test(row) ?? OPEN),
    })),
    scales: playbook.scales.map((scale, at) => scaleOf(scale, ready.scales[at] ?? [], row)),
    labels: playbook.labels.map(({ id, name }, at) => {
      const option = row[ready.labels[at] ?? -1];
      return { id, name, option: typeof option === 'string' ? option : null };
    }),
  };
}
