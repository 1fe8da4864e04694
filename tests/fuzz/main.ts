// npm run fuzz: every target at its full count, as a table. `-- --seed N` plays a run again, `--only urls` one target.
import { parseArgs } from 'node:util';
import { answerTarget } from './answers';
import { messageTarget } from './messages';
import { playbookTarget } from './playbooks';
import { urlTarget } from './urls';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, runs: { type: 'string' } },
});
const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed);
const chosen = [urlTarget, playbookTarget, messageTarget, answerTarget].filter(
  ({ name }) => !values.only || name === values.only,
);
if (chosen.length === 0 || !Number.isSafeInteger(seed)) throw new Error('There is no such target or seed.');

console.log(`Seed ${seed}. The same again: npm run fuzz -- --seed ${seed}`);
console.log('what            runs  seconds  accepted   refused  slowest');
let failed = false;
for (const one of chosen) {
  const report = await one.run(seed, values.runs === undefined ? one.full : Number(values.runs));
  const { name, runs, seconds, accepted, refused, slowestMs, failure } = report;
  const cells = [runs, seconds.toFixed(1), accepted, refused, `${slowestMs.toFixed(0)} ms`];
  const widths = [8, 9, 10, 10, 9];
  console.log(name.padEnd(12) + cells.map((cell, at) => String(cell).padStart(widths[at] ?? 0)).join(''));
  if (failure !== null) {
    failed = true;
    console.log(`${name} failed. The same again: npm run fuzz -- --seed ${seed} --only ${name}\n${failure}`);
  }
}
process.exit(failed ? 1 : 0);
