// Evaluations per second: evaluate beside two known rule engines and a function written by hand, with equal results.
import { strict as assert } from 'node:assert';
import type { Answers } from '../../../lib/playbook/answer.ts';
import { defaultPlaybook } from '../../../lib/playbook/builtin/default.ts';
import { compile, evaluate } from '../../../lib/playbook/index.ts';
import { sideBySide } from '../rounds.ts';
import { goal, printTable, times, whole } from '../table.ts';
import { verdictByHand } from './by-hand.ts';
import { jsonLogic } from './json-logic.ts';
import { jsonRules } from './json-rules.ts';
import { records } from './records.ts';
import { askedOf, type Engine, truthsOf } from './truths.ts';

const compiled = compile(defaultPlaybook);
const identity = { id: defaultPlaybook.id, version: defaultPlaybook.version, hash: compiled.hash };
const contacts = records(defaultPlaybook, 2_000);
const asked = askedOf(defaultPlaybook);

/** All ways must say the same of every record before any is timed. */
async function assertEqual(engines: Record<string, Engine>): Promise<void> {
  for (const answers of contacts) {
    const verdict = evaluate(compiled, answers);
    assert.deepEqual(verdictByHand(answers, identity), verdict, 'by hand');
    for (const [name, engine] of Object.entries(engines)) {
      const truths = await engine(answers);
      for (const [what, truth] of Object.entries(truthsOf(verdict)))
        assert.equal(truths[what], truth, `${name}: ${what}`);
      for (const { id, yes, no } of verdict.scales) {
        const parts = Object.entries(truths).filter(([what]) => what.startsWith(`part ${id} `));
        const count = (wanted: string) => parts.filter(([, truth]) => truth === wanted).length;
        assert.deepEqual([count('yes'), count('no')], [yes, no], `${name}: scale ${id}`);
      }
    }
  }
}

/** Keeps the results alive, so that nothing is optimised away. */
let sink: unknown;

const over = (work: (answers: Answers) => unknown) => () => {
  for (const answers of contacts) sink = work(answers);
  return contacts.length;
};

/** json-rules-engine takes so long for one record that it gets a part of them in each turn. */
const some = (work: (answers: Answers) => Promise<unknown>, count: number) => {
  let at = 0;
  return async () => {
    for (let n = 0; n < count; n++) sink = await work(contacts[at++ % contacts.length] ?? {});
    return count;
  };
};

export async function evaluateBench(): Promise<void> {
  const rules = jsonRules(asked);
  const logic = jsonLogic(asked);
  await assertEqual({ 'json-rules-engine': rules, 'json-logic-engine': logic });
  const timed = await sideBySide([
    { name: 'evaluate (the whole verdict)', run: over((answers) => evaluate(compiled, answers)) },
    { name: 'by hand (the whole verdict)', run: over((answers) => verdictByHand(answers, identity)) },
    { name: 'json-logic-engine, interpreted (truths only)', run: over(logic) },
    { name: 'json-rules-engine (truths only)', run: some(async (answers) => rules(answers), 50) },
  ]);
  const [own, hand, , jre] = timed.map((one) => one.perSecond);
  const ours = own ?? Number.NaN;
  printTable(
    `Evaluations per second: ${contacts.length} records, ${asked.length} rules of the default playbook, equal results`,
    ['', 'per second', 'evaluate is'],
    timed.map(({ name, perSecond }) => [name, whole(perSecond), times(ours / perSecond)]),
  );
  console.log();
  goal('a function written by hand takes a part of the time', (hand ?? Number.NaN) / ours, { atMost: 3 });
  goal('faster than json-rules-engine', ours / (jre ?? Number.NaN), { atLeast: 100 });
  if (sink === undefined) throw new Error('Nothing was evaluated.');
}
