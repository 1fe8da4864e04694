// Holds when a run of the tests passes: a file that fails is run again by itself, and named where it then passes.
import { describe, expect, it } from 'vitest';
import { MOST, type Run, runAll } from '../../run/again.ts';
import type { FileRecord, RunRecord } from '../../run/record.ts';

const file = (path: string, failed = 0): FileRecord => ({ path, passed: 3 - failed, failed, skipped: 0 });
const record = (...files: FileRecord[]): RunRecord => ({ files, errors: [] });

/** Answers each run with the next of these, and keeps what was asked for. */
function playing(...records: (RunRecord | null)[]) {
  const asked: (readonly string[] | null)[] = [];
  const run: Run = (files) => {
    asked.push(files);
    const next = records[asked.length - 1];
    if (next === undefined) throw new Error('One run more than was expected.');
    return next;
  };
  const said: string[] = [];
  return { asked, said, outcome: runAll(run, (line) => said.push(line)) };
}

describe('a run of all tests', () => {
  it('passes in one go where nothing fails', () => {
    const { asked, outcome } = playing(record(file('a'), file('b')));
    expect(asked).toEqual([null]);
    expect(outcome).toEqual({ passed: true, lines: ['6 passed, 0 failed'] });
  });

  it('runs a file that failed again by itself, and names it as unsteady where it then passes', () => {
    const { asked, outcome } = playing(record(file('a'), file('b', 1)), record(file('b')));
    expect(asked).toEqual([null, ['b']]);
    expect(outcome.passed).toBe(true);
    expect(outcome.lines[0]).toMatch(/^Unsteady: b failed, and passed when run again by itself/);
    expect(outcome.lines.at(-1)).toBe('6 passed, 0 failed');
  });

  it('tries a second time, and no third', () => {
    expect(playing(record(file('b', 1)), record(file('b', 1)), record(file('b'))).outcome.passed).toBe(true);
    const twice = playing(record(file('b', 1)), record(file('b', 2)), record(file('b', 1)));
    expect(twice.outcome).toEqual({ passed: false, lines: ['2 passed, 1 failed'] });
    expect(twice.said).toHaveLength(2);
  });

  it('does not let one file pass for another', () => {
    const { outcome } = playing(
      record(file('a', 1), file('b', 1)),
      record(file('a')),
      record(file('b', 1)),
      record(file('b', 1)),
    );
    expect(outcome.passed).toBe(false);
    expect(outcome.lines.at(-1)).toBe('5 passed, 1 failed');
  });

  it.each([
    ['left no record', null],
    ['held other files', record(file('c'))],
    ['had no tests', record({ path: 'b', passed: 0, failed: 0, skipped: 3 })],
    ['had an error outside any test', { files: [file('b')], errors: ['a worker died'] }],
  ])('does not take a further run as passed that %s', (_, again) => {
    expect(playing(record(file('b', 1)), again, again).outcome.passed).toBe(false);
  });

  it('fails without running anything again where more files failed than chance explains', () => {
    const many = Array.from({ length: MOST + 1 }, (_, index) => file(`f${index}`, 1));
    const { asked, outcome } = playing(record(...many));
    expect(asked).toEqual([null]);
    expect(outcome.passed).toBe(false);
    expect(outcome.lines[0]).toMatch(/^13 files failed/);
  });

  it.each([
    ['it left no record', null],
    ['an error belongs to no file', { files: [file('a')], errors: ['a worker died'] }],
    ['nothing was run', record()],
  ])('fails where %s', (_, first) => {
    const { outcome } = playing(first);
    expect(outcome.passed).toBe(false);
    expect(outcome.lines.at(-1)).toMatch(/^\d+ passed, \d+ failed$/);
  });
});
