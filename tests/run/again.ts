// Runs all tests, and each file that failed again by itself: one that then passes is unsteady, and is named as such.
import { countOf, type FileRecord, type RunRecord } from './record.ts';

/**
 * One run of the tests in a process of its own; `files` (paths from the root): these alone, else all. null: it left no
 * record, as when it crashed.
 */
export type Run = (files: readonly string[] | null) => RunRecord | null;

export type Outcome = {
  passed: boolean;
  /** What to print at the end. The last line is "N passed, N failed", alone. */
  lines: string[];
};

/** How often a file that failed is run again. */
export const TRIES = 2;
/** With more files than this the fault is no chance, and running them all again would take hours. */
export const MOST = 12;

const failedFiles = (record: RunRecord) => record.files.filter(({ failed }) => failed > 0);

/** Runs everything, then what failed again. `say` gets a line before each further run. */
export function runAll(run: Run, say: (line: string) => void): Outcome {
  const first = run(null);
  if (first === null)
    return { passed: false, lines: ['The run ended without a result.', '0 passed, 1 failed'] };
  const files = new Map(first.files.map((file) => [file.path, file]));
  const failing = failedFiles(first);
  const unsteady: string[] = [];
  const lines: string[] = [];
  if (failing.length > MOST)
    lines.push(`${failing.length} files failed, too many to be run again by themselves.`);
  else
    for (const { path } of failing) {
      const again = runAgain(run, path, say);
      if (again === null) continue;
      files.set(path, again.file);
      unsteady.push(`Unsteady: ${path} failed, and passed when run again by itself (try ${again.tries}).`);
    }
  if (unsteady.length > 0) lines.push(...unsteady, 'Mend what is unsteady before building anything on it.');
  lines.push(...first.errors.map((message) => `An error outside any test: ${message}`));
  const end: RunRecord = { files: [...files.values()], errors: first.errors };
  lines.push(countOf(end));
  const clean = end.errors.length === 0 && end.files.every(({ failed }) => failed === 0);
  return { passed: clean && end.files.some(({ passed }) => passed > 0), lines };
}

/** The file's record once it has passed by itself; null where it never did. */
function runAgain(
  run: Run,
  path: string,
  say: (line: string) => void,
): { file: FileRecord; tries: number } | null {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    say(`${path} failed: running it again by itself (${tries} of ${TRIES}).`);
    const record = run([path]);
    const file = record?.files.find((one) => one.path === path);
    // Its own tests, all of them: a file in which nothing ran has shown nothing.
    if (record && file && file.passed > 0 && file.failed === 0 && record.errors.length === 0)
      return { file, tries };
  }
  return null;
}
