// Every rule of a playbook made ready once: its truth, and what is missing for it to become yes or no.
import { against } from './against';
import type { Answers } from './answer';
import type { CriteriaIndex } from './criteria-index';
import type { Known } from './known';
import { missingIn, WORK, type Work } from './missing';
import { compileRule, flat, NO, type Row, type Test, YES } from './program';
import { knownOf, rowReader } from './read-row';
import { criteriaOf, isAtom } from './rules';
import type { Playbook, Rule } from './schema';
import { type Plan, planOf } from './search';
import type { Cut, MissingItem } from './verdict';
import { directWays } from './ways';

/** Missing sets, and why they are not all, where they aren't. */
export type Found = { sets: MissingItem[][]; cut?: Cut };

/** A rule that can be put to a row of values. */
export type Prepared = {
  rule: Rule;
  test: Test;
  /** The criteria it speaks of and the playbook has, with their places in a row, in the order of asking. */
  asked: readonly { id: string; place: number }[];
  /** The minimal sets that make it yes (`toYes`) or no; to be asked only while it is unknown. See missing.ts. */
  sets(row: Row, toYes: boolean): Found;
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

/** Items of missing sets that are remembered, for a rule that needs a search. */
const KEPT = 20_000;

/** What all searches of one verdict may cost together; see Work. One rule by itself gets no more than WORK. */
const TOTAL: Work = { compared: 20_000, tested: 240_000 };
/** Beside those of the stages: what would make one outcome, flag or part of a scale yes, and what no. */
const BESIDE = 2;

/** The share of each search. It depends on nothing but the playbook, so that a verdict always comes out the same. */
function shareOf(searches: number): Work {
  const part = (total: number, most: number) => Math.min(most, Math.floor(total / (searches + BESIDE)));
  return { compared: part(TOTAL.compared, WORK.compared), tested: part(TOTAL.tested, WORK.tested) };
}

/** Searches one rule, and remembers what it found for the rows that it has seen. */
function searching(
  rule: Rule,
  asked: Prepared['asked'],
  needs: CriteriaIndex,
  share: () => Work,
): Prepared['sets'] {
  let plan: Plan | null = null;
  let kept = 0;
  const found = new Map<string, Found>();
  return (row, toYes) => {
    // A criterion's values are all of one type, and none holds this sign.
    let key = toYes ? 'yes' : 'no';
    for (const { place } of asked) key += `\n${row[place] ?? '?\n'}`;
    const before = found.get(key);
    if (before) return before;
    plan ??= planOf(rule, needs);
    const { sets, complete } = missingIn(plan, row, toYes, share());
    const now: Found = complete ? { sets } : { sets, cut: 'search' };
    if (kept > KEPT) {
      found.clear();
      kept = 0;
    }
    for (const set of sets) kept += set.length + 1;
    found.set(key, now);
    return now;
  };
}

/** Makes the rules of a playbook ready. Its sizes are held by the schema and lint; nothing is searched here. */
export function prepare(playbook: Playbook, needs: CriteriaIndex): Ready {
  const { criteria } = playbook;
  const places = new Map(criteria.map(({ id }, at) => [id, at]));
  const made: NonNullable<Parameters<typeof directWays>[1]['made']> = new Map();
  const rank = (id: string): number => needs.order.get(id) ?? needs.order.size;
  let share = WORK;

  /** What stands in the way of one part, remembered for the last row: every higher stage asks it again. */
  const standings = new Map<Rule, (row: Row) => string[]>();
  const standingOf = (part: Rule): ((row: Row) => string[]) => {
    const before = standings.get(part);
    if (before) return before;
    const test = compileRule(part, places);
    const single = isAtom(part) ? [part.criterion] : null;
    let last: { row: Row; ids: string[] } | null = null;
    const standing = (row: Row): string[] => {
      if (test(row) !== NO) return [];
      if (single !== null) return single;
      if (last?.row !== row) last = { row, ids: against(part, knownOf(row, criteria)) };
      return last.ids;
    };
    standings.set(part, standing);
    return standing;
  };

  const prepared = (rule: Rule): Prepared & { direct: boolean } => {
    const direct = directWays(rule, { ...needs, places, made });
    const asked = criteriaOf(rule)
      .flatMap((id) => {
        const place = places.get(id);
        return place === undefined ? [] : [{ id, place }];
      })
      .sort((a, b) => rank(a.id) - rank(b.id));
    const search = searching(rule, asked, needs, () => share);
    // Of requirements that must all hold, each is looked at by itself; a single test needs no further look.
    const required = flat(rule).map(standingOf);
    return {
      rule,
      asked,
      direct: direct !== null,
      test: direct?.test ?? compileRule(rule, places),
      sets: (row, toYes) => {
        if (direct === null) return search(row, toYes);
        const { sets, all } = direct.sets(row, toYes ? YES : NO);
        return all ? { sets } : { sets, cut: 'list' };
      },
      against: (row) => [...new Set(required.flatMap((standing) => standing(row)))],
    };
  };

  const outcomes = playbook.outcomes.map(({ rule }) => prepared(rule));
  const flags = playbook.flags.map(({ rule }) => prepared(rule));
  const scales = playbook.scales.map(({ of }) => of.map(({ rule }) => prepared(rule)));
  const stages = playbook.stages.map(({ rule }, index) => ({
    own: compileRule(rule, places),
    whole: prepared({ all: playbook.stages.slice(0, index + 1).map((stage) => stage.rule) }),
  }));
  share = shareOf(stages.filter(({ whole }) => !whole.direct).length);
  return {
    read: rowReader(criteria),
    known: (row) => knownOf(row, criteria),
    stages,
    outcomes,
    flags,
    scales,
    beside: [...outcomes, ...flags, ...scales.flat()],
    labels: playbook.labels.map(({ criterion }) => places.get(criterion) ?? -1),
  };
}
