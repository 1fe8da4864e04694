// `npm run soak`: many submissions to both sandboxes while everything goes wrong; fails unless nothing was lost, doubled, out of order or hidden.
import { ensureBuilt } from '../browser/built.ts';
import { optionsFrom, replay } from './options.ts';
import { report } from './report.ts';
import { soak } from './soak.ts';

const options = optionsFrom(process.argv.slice(2));
console.log(`Seed ${options.seed}. The same run again: ${replay(options)}`);
ensureBuilt();
process.exitCode = report(await soak(options), options) ? 0 : 1;
