// A second evaluator, written another way on purpose: truth as the numbers 0, 1/2 and 1, and everything by enumeration.
import type { Answers, AnswerValue } from '@/lib/playbook/answer';
import type { Atom, Criterion, Playbook, Rule } from '@/lib/playbook/schema';

type Grade = 0 | 0.5 | 1;

const isPossible: Record<Criterion['kind'], (value: AnswerValue, criterion: Criterion) => boolean> = {
  yesno: (value) => ['yes', 'no'].includes(String(value)) && typeof value === 'string',
  choice: (value, { options = [] }) => options.map(({ id }) => id).includes(String(value)),
  number: (value) => typeof value === 'number' && Math.abs(value) < Number.POSITIVE_INFINITY,
  date: (value) => {
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value));
    if (!parts) return false;
    const day = new Date(0);
    day.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
    return day.getUTCMonth() === Number(parts[2]) - 1 && day.getUTCDate() === Number(parts[3]);
  },
};

const holds = (atom: Atom, value: AnswerValue): boolean => {
  const list: readonly AnswerValue[] = 'is' in atom ? [atom.is] : 'oneOf' in atom ? atom.oneOf : [];
  if (list.length > 0) return list.indexOf(value) >= 0;
  const at = typeof value === 'number' ? value : Date.parse(value);
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if ('atLeast' in atom) low = atom.atLeast;
  if ('atMost' in atom) high = atom.atMost;
  if ('between' in atom) [low, high] = atom.between;
  if ('after' in atom) return at > Date.parse(atom.after);
  if ('before' in atom) return at < Date.parse(atom.before);
  return !(at < low || at > high);
};

/** The smallest or the largest of some grades, by the order in which they are looked for. */
const firstOf = (order: readonly Grade[], grades: readonly Grade[]): Grade | undefined =>
  order.find((grade) => grades.includes(grade));

export class BruteForce {
  constructor(private readonly playbook: Playbook) {}

  private value(id: string, answers: Answers): AnswerValue | null {
    const criterion = this.playbook.criteria.find((one) => one.id === id);
    const value = Object.entries(answers).find(([key]) => key === id)?.[1] ?? null;
    return criterion && value !== null && isPossible[criterion.kind](value, criterion) ? value : null;
  }

  grade(rule: Rule, answers: Answers): Grade {
    const grades = (rules: readonly Rule[]) => rules.map((one) => this.grade(one, answers));
    if ('all' in rule) return firstOf([0, 0.5, 1], grades(rule.all)) ?? 1;
    if ('any' in rule) return firstOf([1, 0.5, 0], grades(rule.any)) ?? 0;
    if ('not' in rule) return ([1, 0.5, 0] as const)[this.grade(rule.not, answers) * 2] ?? 0.5;
    if ('unless' in rule) return this.grade(rule.unless, answers) === 1 ? 0 : 1;
    // The n-th best part decides: n parts are at least as true as it is.
    if ('of' in rule) return [1 as const, ...grades(rule.of).sort((a, b) => b - a)][rule.atLeast] ?? 0;
    const value = this.value(rule.criterion, answers);
    return value === null ? 0.5 : holds(rule, value) ? 1 : 0;
  }

  isKnown(id: string, answers: Answers): boolean {
    return this.value(id, answers) !== null;
  }

  /** A few values of every stretch between which some test in the playbook could tell. */
  candidates({ id, kind, options }: Criterion): AnswerValue[] {
    if (kind === 'yesno') return ['no', 'yes'];
    if (kind === 'choice') return (options ?? []).map((option) => option.id);
    const text = JSON.stringify([this.playbook.stages]);
    if (kind === 'number') {
      const named = (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      return [...new Set(named.flatMap((n) => [n - 0.125, n, n + 0.125]))];
    }
    const named = text.match(/\d{4}-\d\d-\d\d/g) ?? [];
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const near = named.flatMap((one) => [-1, 0, 1].map((by) => day(Date.parse(one) + by * 864e5)));
    return [...new Set(near)].filter((one) => this.value(id, { [id]: one }) !== null);
  }

  /** Every way to answer some unknown criteria that makes the rule 1 and of which no part does. */
  minimal(rule: Rule, answers: Answers): Record<string, AnswerValue>[] {
    const open = this.playbook.criteria.filter(({ id }) => !this.isKnown(id, answers));
    const mentioned = open.filter(({ id }) => JSON.stringify(rule).includes(`"criterion":"${id}"`));
    let ways: Record<string, AnswerValue>[] = [{}];
    for (const criterion of mentioned) {
      const values = this.candidates(criterion);
      ways = ways.flatMap((way) => [way, ...values.map((value) => ({ ...way, [criterion.id]: value }))]);
    }
    return ways.filter((way) => this.isMinimal(rule, answers, way));
  }

  /** Whether these answers make the rule 1 and no proper part of them does, each part tried by itself. */
  isMinimal(rule: Rule, answers: Answers, way: Record<string, AnswerValue>): boolean {
    if (this.grade(rule, { ...answers, ...way }) !== 1) return false;
    const entries = Object.entries(way);
    for (let parts = 0; parts < 2 ** entries.length - 1; parts++) {
      const part = Object.fromEntries(entries.filter((_, index) => parts & (1 << index)));
      if (this.grade(rule, { ...answers, ...part }) === 1) return false;
    }
    return true;
  }
}

/** The conjunction of a stage's rule and every earlier one's. */
export function ladderRule(playbook: Playbook, index: number): Rule {
  return { all: playbook.stages.slice(0, index + 1).map((stage) => stage.rule) };
}
