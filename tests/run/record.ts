// What a run of the tests leaves for the one who started it: each file's counts, and what failed outside any file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';
import type { Reporter, SerializedError, TestModule, TestSpecification } from 'vitest/node';

const fileSchema = v.object({
  /** From the project's root. */
  path: v.string(),
  passed: v.number(),
  failed: v.number(),
  skipped: v.number(),
});

export const recordSchema = v.object({
  files: v.array(fileSchema),
  /** Errors that no file can be named for. */
  errors: v.array(v.string()),
});

export type FileRecord = v.InferOutput<typeof fileSchema>;
export type RunRecord = v.InferOutput<typeof recordSchema>;

/** Names the file that a run writes its record to; without it none is written. */
export const RECORD_VARIABLE = 'STAGECHECK_RUN_RECORD';

/** The file in which an error arose that no test caught; vitest writes it on the error. */
const fileOf = (error: SerializedError): string | null =>
  typeof error.VITEST_TEST_PATH === 'string' ? error.VITEST_TEST_PATH : null;

/** The record of a run. `root`: the project's folder. A file that was planned and did not end has failed. */
export function recordOf(
  root: string,
  planned: readonly string[],
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
): RunRecord {
  const files = new Map<string, FileRecord>();
  const at = (path: string): FileRecord => {
    const known = files.get(path) ?? { path: relative(root, path), passed: 0, failed: 0, skipped: 0 };
    files.set(path, known);
    return known;
  };
  for (const module of modules) {
    const file = at(module.moduleId);
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that is still pending at the end was cut off.
      if (state === 'passed' || state === 'skipped') file[state] += 1;
      else file.failed += 1;
    }
    // A file that could not even be loaded holds no tests, and a hook that failed is no test either.
    if (!module.ok() && file.failed === 0) file.failed = 1;
  }
  for (const path of planned) if (!files.has(path)) at(path).failed = 1;
  const errors: string[] = [];
  for (const error of unhandled) {
    const path = fileOf(error);
    if (path !== null) at(path).failed += 1;
    else errors.push(error.message);
  }
  return { files: [...files.values()], errors };
}

/** "N passed, N failed", and what was skipped. An error that no file can be named for counts as one that failed. */
export function countOf({ files, errors }: RunRecord): string {
  const sum = (key: 'passed' | 'failed' | 'skipped') => files.reduce((total, file) => total + file[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed') + errors.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A reporter of vitest's that writes the record at the end. */
export default class Record implements Reporter {
  private planned: string[] = [];

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.planned = specifications.map(({ moduleId }) => moduleId);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const target = process.env[RECORD_VARIABLE];
    if (target === undefined) return;
    writeFileSync(target, JSON.stringify(recordOf(process.cwd(), this.planned, modules, unhandled)));
  }
}
