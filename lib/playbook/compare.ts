// Where two playbooks part on one contact: the lowest stage that only one of them sees, and the criterion behind it.
import { grounds } from './against';
import type { Answers, AnswerValue } from './answer';
import type { Compiled } from './compiled';
import type { CriteriaIndex } from './criteria-index';
import { type Known, knownAnswers } from './known';
import { truthOf } from './logic';
import { missingIn } from './missing';
import type { Prepared } from './prepared';
import { NO, OPEN, type Row, YES } from './program';
import { strict } from './rules';
import { planOf } from './search';
import type { MissingItem, Verdict } from './verdict';

/** A playbook with what it makes of a contact. Answers may differ: each playbook reads the facts in its own way. */
export type Judged = { compiled: Compiled; answers: Answers; verdict: Verdict };

type Side = 'first' | 'second';

export type Parting = {
  /** The id of the stage that only one of the two sees, and which one that is. */
  stage: string;
  seenBy: Side;
} & (
  | {
      /**
       * The one that doesn't see the stage asks for `criterion`, which is `value` there (null: not known), and would
       * take `item`. `others`: how many more answers it asks for beside this one; with 0 this one alone decides.
       * `there`: what it is for the other one, where that asks for it too.
       */
      on: 'asked';
      criterion: string;
      value: AnswerValue | null;
      item: MissingItem;
      others: number;
      there?: AnswerValue | null;
    }
  /** No answer could make the other one see the stage; the one that does rests on `criterion`, which is `value`. */
  | { on: 'enough'; criterion: string; value: AnswerValue | null }
  /** The other one has no such stage, or both rest on no answer at all. */
  | { on: 'stages' }
);

/** null: both put the contact at the same stage. Symmetric but for `seenBy`. */
export function parting(first: Judged, second: Judged): Parting | null {
  if (first.verdict.stage === second.verdict.stage) return null;
  const stage = disputed(first, second);
  if (stage === null) return onlyOnesOwn(first, second);
  const seenBy: Side = holds(first, stage) ? 'first' : 'second';
  const [has, lacks] = seenBy === 'first' ? [first, second] : [second, first];
  return { stage, seenBy, ...reason(has, lacks, stage) };
}

/** The lowest stage known to both that holds for one of them only. */
function disputed(a: Judged, b: Judged): string | null {
  const places = b.compiled.playbook.stages.map(({ id }) => id);
  const odd = a.compiled.playbook.stages.flatMap(({ id }, at) => {
    const other = places.indexOf(id);
    return other >= 0 && holds(a, id) !== holds(b, id) ? [{ id, rank: at + other }] : [];
  });
  odd.sort((x, y) => x.rank - y.rank || (x.id < y.id ? -1 : 1));
  return odd[0]?.id ?? null;
}

const holds = ({ verdict }: Judged, stage: string): boolean =>
  verdict.stages.some(({ id, holds }) => id === stage && holds === 'yes');

/** Both agree on every stage that they share: one of them stands on a stage that the other doesn't have. */
function onlyOnesOwn(first: Judged, second: Judged): Parting {
  const stands = (seenBy: Side, one: Judged, other: Judged) => {
    const stage = one.verdict.stage;
    const shared = other.compiled.playbook.stages.some(({ id }) => id === stage);
    return stage === null ? [] : [{ stage, seenBy, shared }];
  };
  const found = [...stands('first', first, second), ...stands('second', second, first)];
  found.sort((x, y) => Number(x.shared) - Number(y.shared) || (x.stage < y.stage ? -1 : 1));
  return { on: 'stages', stage: found[0]?.stage ?? '', seenBy: found[0]?.seenBy ?? 'first' };
}

function reason(has: Judged, lacks: Judged, stage: string) {
  const known = knownAnswers(lacks.compiled.byId.values(), lacks.answers);
  const seen = knownAnswers(has.compiled.byId.values(), has.answers);
  const rules = { has: ladder(has.compiled, stage), lacks: ladder(lacks.compiled, stage) };
  const wanted = rules.lacks
    ? fewest(rules.lacks, lacks.compiled.ready.read(lacks.answers), lacks.compiled)
    : [];
  const asks = new Set(rules.has?.asked.map(({ id }) => id));
  // Where several are asked for, the one that the other playbook doesn't ask for, or answers otherwise, says most.
  const item =
    wanted.find(({ criterion }) => !asks.has(criterion) || seen.get(criterion) !== known.get(criterion)) ??
    wanted[0];
  if (item) {
    const { criterion } = item;
    const value = known.get(criterion) ?? null;
    const there = asks.has(criterion) ? { there: seen.get(criterion) ?? null } : {};
    return { on: 'asked' as const, criterion, value, item, others: wanted.length - 1, ...there };
  }
  const rule = rules.has?.rule ?? { all: [] };
  const rests = grounds(rule, seen);
  const criterion = rests.find((id) => truthOf(rule, without(seen, id)) !== 'yes') ?? rests[0];
  return criterion === undefined
    ? { on: 'stages' as const }
    : { on: 'enough' as const, criterion, value: seen.get(criterion) ?? null };
}

const without = (known: Known, id: string): Known => {
  const fewer = new Map(known);
  fewer.delete(id);
  return fewer;
};

/** What it takes to stand on this stage, its own rule and every earlier one; undefined where there is no such stage. */
function ladder({ playbook: { stages }, ready }: Compiled, stage: string): Prepared | undefined {
  return ready.stages[stages.findIndex(({ id }) => id === stage)]?.whole;
}

/** The sets that make the rule yes from there; where it is presumed to be, with the answers that would make it surely so. */
function waysFrom(rule: Prepared, open: Row, needs: CriteriaIndex): MissingItem[][] {
  if (rule.test(open) === OPEN) return rule.sets(open, true).sets;
  return missingIn(planOf(strict(rule.rule), needs), open, true).sets;
}

/** The smallest set of answers found, given anew or changed, that would make the rule yes; empty where nothing would. */
function fewest(rule: Prepared, row: Row, needs: CriteriaIndex): MissingItem[] {
  const places = new Map(rule.asked.map(({ id, place }) => [id, place]));
  const clear = (from: Row, ids: readonly string[]): Row => {
    const gone = new Set(ids.map((id) => places.get(id)));
    return from.map((value, place) => (gone.has(place) ? undefined : value));
  };
  let open = row;
  while (rule.test(open) === NO) {
    const wrong = rule.against(open);
    if (wrong.length === 0) return [];
    open = clear(open, wrong);
  }
  let set = waysFrom(rule, open, needs)[0] ?? [];
  // Beside the answers that were set aside for the search, fewer may be enough.
  const changed = (items: readonly MissingItem[]): Row => {
    const next = [...row];
    for (const { criterion, accept } of items) {
      const place = places.get(criterion);
      if (place !== undefined && accept[0] !== undefined) next[place] = accept[0];
    }
    return next;
  };
  for (const item of set) {
    const rest = set.filter((one) => one !== item);
    if (rest.length > 0 && rule.test(changed(rest)) === YES) set = rest;
  }
  return set;
}
