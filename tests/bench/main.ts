// `npm run bench`: ratios, side by side in one run. Figures of single sides depend on the machine; ratios hardly do.
import { budgetsBench } from './budgets/budgets.bench.ts';
import { coldBench } from './cold/cold.bench.ts';
import { drainBench } from './drain/drain.bench.ts';
import { enqueueBench } from './enqueue/enqueue.bench.ts';
import { evaluateBench } from './evaluate/evaluate.bench.ts';
import { paintBench } from './paint/paint.bench.ts';

const benches = {
  evaluate: evaluateBench,
  budgets: budgetsBench,
  paint: paintBench,
  cold: coldBench,
  enqueue: enqueueBench,
  drain: drainBench,
};
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
