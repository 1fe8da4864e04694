// `npm run bench`: ratios, side by side in one run. Figures of single sides depend on the machine; ratios hardly do.
import { parseArgs } from 'node:util';
import { budgetsBench } from './budgets/budgets.bench.ts';
import { coldBench } from './cold/cold.bench.ts';
import { drainBench } from './drain/drain.bench.ts';
import { enqueueBench } from './enqueue/enqueue.bench.ts';
import { evaluateBench } from './evaluate/evaluate.bench.ts';
import { idleBench } from './idle/idle.bench.ts';
import { paintBench } from './paint/paint.bench.ts';

const benches = {
  evaluate: evaluateBench,
  budgets: budgetsBench,
  paint: paintBench,
  cold: coldBench,
  enqueue: enqueueBench,
  drain: drainBench,
  // Last, for it takes its minutes: `--minutes 2` shortens it.
  idle: () => idleBench(minutes),
};
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' } },
});
const minutes = Number(values.minutes);
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
