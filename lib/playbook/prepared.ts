// Every rule of a playbook made ready once: its truth, and what is missing for it to become yes or no.
import { against } from './against';
import type { Answers } from './answer';
import type { Known } from './known';
import { missingSets } from './missing';
import { compileRule, flat, NO, type Row, type Test, YES } from './program';
import { knownOf, rowReader } from './read-row';
import { criteriaOf, isAtom } from './rules';
import type { Criterion, Playbook, Rule } from './schema';
import type { MissingItem } from './verdict';
import { directWays } from './ways';

/** A rule that can be put to a row of values. */
export type Prepared = {
  rule: Rule;
  test: Test;
  /** The minimal sets that make it yes (`toYes`) or no; to be asked only while it is unknown. See missing.ts. */
  sets(row: Row, toYes: boolean): MissingItem[][];
  /** The criteria that stand in its way; to be asked only where it is no. See against.ts. */
  against(row: Row): string[];
};

export type Ready = {
  /** The answers that count, as a row. */
  read: (answers: Answers) => Row;
  known: (row: Row) => Known;
  /** Each stage's own rule, and that rule with all earlier ones. */
  stages: { own: Test; whole: Prepared }[];
  outcomes: Prepared[];
  flags: Prepared[];
  scales: Prepared[][];
  /** Outcomes, flags and parts of scales, in the order in which they are worth settling. */
  beside: Prepared[];
  /** For each label the place of its criterion in the row. */
  labels: number[];
};

/** Searches that are remembered, for rules that need one. */
const KEPT = 512;

type Needs = { byId: ReadonlyMap<string, Criterion>; order: ReadonlyMap<string, number> };

/** Makes the rules of a playbook ready. Its sizes are held by the schema and lint; nothing is searched here. */
export function prepare(playbook: Playbook, needs: Needs): Ready {
  const { criteria } = playbook;
  const places = new Map(criteria.map(({ id }, at) => [id, at]));

  const prepared = (rule: Rule): Prepared => {
    const direct = directWays(rule, { ...needs, places });
    const asked = criteriaOf(rule).flatMap((id) => places.get(id) ?? []);
    const found = new Map<string, MissingItem[][]>();
    const search = (row: Row, toYes: boolean): MissingItem[][] => {
      // A criterion's values are all of one type, and none holds this sign.
      let key = toYes ? 'yes' : 'no';
      for (const at of asked) key += `\n${row[at] ?? '?\n'}`;
      const before = found.get(key);
      if (before) return before;
      const { sets } = missingSets(toYes ? rule : { not: rule }, knownOf(row, criteria), needs);
      if (found.size >= KEPT) found.clear();
      found.set(key, sets);
      return sets;
    };
    // Of requirements that must all hold, each is looked at by itself; a single test needs no further look.
    const required = flat(rule).map((part) => ({
      part,
      test: compileRule(part, places),
      single: isAtom(part) ? part.criterion : null,
    }));
    const standing = (row: Row): string[] => {
      const found: string[] = [];
      for (const { part, test, single } of required) {
        if (test(row) !== NO) continue;
        for (const id of single === null ? against(part, knownOf(row, criteria)) : [single])
          if (!found.includes(id)) found.push(id);
      }
      return found;
    };
    return {
      rule,
      test: direct?.test ?? compileRule(rule, places),
      sets: (row, toYes) => direct?.sets(row, toYes ? YES : NO) ?? search(row, toYes),
      against: standing,
    };
  };

  const outcomes = playbook.outcomes.map(({ rule }) => prepared(rule));
  const flags = playbook.flags.map(({ rule }) => prepared(rule));
  const scales = playbook.scales.map(({ of }) => of.map(({ rule }) => prepared(rule)));
  return {
    read: rowReader(criteria),
    known: (row) => knownOf(row, criteria),
    stages: playbook.stages.map(({ rule }, index) => ({
      own: compileRule(rule, places),
      whole: prepared({ all: playbook.stages.slice(0, index + 1).map((stage) => stage.rule) }),
    })),
    outcomes,
    flags,
    scales,
    beside: [...outcomes, ...flags, ...scales.flat()],
    labels: playbook.labels.map(({ criterion }) => places.get(criterion) ?? -1),
  };
}
