// Ends a run of vitest's own command with one plain line: "N passed, N failed". `npm test` prints its own (tests/run).
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { countOf, recordOf } from './run/record.ts';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    process.stdout.write(`\n${countOf(recordOf(process.cwd(), [], modules, unhandled))}\n`);
  }
}
