// What the largest playbooks that are let in cost, each hard in its own way, beside the default one in the same run.
import type { AnswerValue } from '../../../lib/playbook/answer.ts';
import { defaultPlaybook } from '../../../lib/playbook/builtin/default.ts';
import { type Judged, parting } from '../../../lib/playbook/compare.ts';
import type { Compiled } from '../../../lib/playbook/compiled.ts';
import { compile, evaluate, parsePlaybook, parsePlaybookText } from '../../../lib/playbook/index.ts';
import type { Criterion, Playbook } from '../../../lib/playbook/schema.ts';
import { mentionsAny } from '../../../lib/qualification/answers/folded.ts';
import type { Fact } from '../../../lib/record/snapshot.ts';
import { printTable } from '../table.ts';
import { dice, documentOf, kinds, wordy } from './kinds.ts';

const ROUNDS = 100;
const COMPILED = 5;

const at = (times: readonly number[], part: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};
const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const spread = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((part) => ms(at(times, part))).join(' / ');

/** Keeps the results alive, so that nothing is optimised away. */
let sink: unknown;

function timed(work: () => unknown): number {
  const begin = performance.now();
  sink = work();
  return performance.now() - begin;
}

function someValue({ kind, options = [] }: Criterion, roll: (sides: number) => number): AnswerValue {
  if (kind === 'yesno') return roll(4) ? 'yes' : 'no';
  if (kind === 'number') return roll(30);
  if (kind === 'date') return `2027-01-${String(1 + roll(30)).padStart(2, '0')}`;
  return options[roll(options.length)]?.id ?? '';
}

/** From nothing known to nearly everything, never the same twice. */
function answersTo(playbook: Playbook, roll: (sides: number) => number): Record<string, AnswerValue> {
  const share = roll(10);
  return Object.fromEntries(
    playbook.criteria.flatMap((one) => (roll(10) < share ? [[one.id, someValue(one, roll)] as const] : [])),
  );
}

/** The truths of a row alone, without what is missing. */
function truths({ ready }: Compiled, answers: Record<string, AnswerValue>): unknown {
  const row = ready.read(answers);
  return [...ready.stages.map(({ own }) => own(row)), ...ready.beside.map(({ test }) => test(row))];
}

function figures(playbook: Playbook) {
  const text = JSON.stringify(playbook);
  const parsed = parsePlaybookText(text);
  if (!parsed.ok) throw new Error(`A playbook of the bench is refused: ${parsed.problems.join('; ')}`);
  const compiling = Array.from({ length: COMPILED }, () =>
    timed(() => {
      const again = parsePlaybookText(text);
      return again.ok && compile(again.playbook);
    }),
  );
  const compiled = compile(playbook);
  // One that has the same stages and asks for nothing: whatever the other lacks has to be told.
  const easy = compile(
    documentOf([], playbook.criteria, {
      levels: playbook.levels,
      stages: playbook.stages.map(({ id }) => ({ id, name: id, meaning: '', rule: { all: [] } })),
    }),
  );
  const roll = dice(5);
  const [judging, missing, comparing]: number[][] = [[], [], []];
  for (let n = -20; n < ROUNDS; n++) {
    const answers = answersTo(playbook, roll);
    const truth = timed(() => truths(compiled, answers));
    const whole = timed(() => evaluate(compiled, answers));
    const one: Judged = { compiled, answers, verdict: evaluate(compiled, answers) };
    const other: Judged = { compiled: easy, answers, verdict: evaluate(easy, answers) };
    const both = timed(() => parting(one, other));
    if (n < 0) continue;
    judging?.push(truth);
    missing?.push(whole);
    comparing?.push(both);
  }
  return {
    size: text.length,
    compiling,
    judging: judging ?? [],
    missing: missing ?? [],
    comparing: comparing ?? [],
  };
}

function held(words: string, value: number, limit: number, unit: string): void {
  console.log(
    `${value <= limit ? 'held    ' : 'not held'}  ${words}: ${ms(value)} ${unit} (goal: at most ${limit})`,
  );
}

/** How much memory a refusal takes at its most, told by the process itself. */
function refusal(): number {
  const document = {
    ...defaultPlaybook,
    criteria: Array.from({ length: 100_000 }, (_, n) => ({ id: `c${n}`, odd: n })),
  };
  const before = process.memoryUsage().rss;
  sink = parsePlaybook(document);
  return (process.memoryUsage().rss - before) / 1_000_000;
}

/** All phrases of the largest playbook on a long text: when it is first read, and at every key after that. */
function phrases(): { first: number; key: number } {
  const lists = wordy(1_000, 0).criteria.flatMap(({ evidence }) =>
    evidence.flatMap(({ when }) => (when && 'mentions' in when ? [when.mentions] : [])),
  );
  const fact: Fact = {
    ...{ name: 'hubspot:contacts.notes', at: null, url: null, field: 'notes' },
    value: 'alpha beta gamma delta '.repeat(2_800),
  };
  const all = () => lists.map((list) => mentionsAny(fact, list));
  return { first: timed(all), key: timed(all) };
}

export async function budgetsBench(): Promise<void> {
  const memory = refusal();
  const all = [{ name: 'default', playbook: defaultPlaybook }, ...kinds()];
  const found = all.map(({ name, playbook }) => ({ name, ...figures(playbook) }));
  printTable(
    `The largest playbooks that are let in, ${ROUNDS} sets of answers each: ms at p50 / p95 / p99`,
    ['', 'characters', 'read and compile', 'truths', 'verdict with what is missing', 'compare'],
    found.map((one) => [
      one.name,
      one.size.toLocaleString('en-US'),
      ms(at(one.compiling, 0.5)),
      spread(one.judging),
      spread(one.missing),
      spread(one.comparing),
    ]),
  );
  const worst = (times: (one: (typeof found)[number]) => number) => Math.max(...found.map(times));
  const { first, key } = phrases();
  console.log();
  held(
    'read and compile',
    worst((one) => at(one.compiling, 0.5)),
    200,
    'ms',
  );
  held(
    'truths at p99',
    worst((one) => at(one.judging, 0.99)),
    5,
    'ms',
  );
  held(
    'verdict with what is missing at p99',
    worst((one) => at(one.missing, 0.99)),
    20,
    'ms',
  );
  held(
    'compare at p99',
    worst((one) => at(one.comparing, 0.99)),
    20,
    'ms',
  );
  held('1,000 phrases in 64,400 characters, first', first, 200, 'ms');
  held('the same at the next key', key, 5, 'ms');
  held('memory to refuse 100,000 rows', memory, 100, 'MB');
  if (sink === undefined) throw new Error('Nothing was done.');
}
