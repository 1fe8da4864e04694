// An error as it is kept: enough to find its place in the program, and nothing that anybody wrote.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MOST_ERRORS, readErrors, withError } from '@/lib/diagnostics/error-log';
import { errorRow } from '@/lib/diagnostics/error-row';
import { ErrorRowSchema } from '@/lib/diagnostics/error-schema';
import { ProblemError } from '@/lib/problem/problem';

const now = new Date('2026-11-29T10:00:00.000Z');
const row = (error: unknown, where = 'record.read') => errorRow(error, where, now);

/** What an engine throws at code that is wrong, made by the engine itself. */
function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('an error', () => {
  it.each([
    [thrown(() => JSON.parse('"Ann Lee" said')), 'SyntaxError', 'no valid JSON'],
    [thrown(() => decodeURIComponent('%E0')), 'URIError', 'URI malformed'],
    [thrown(() => new Date(Number.NaN).toISOString()), 'RangeError', 'invalid time value'],
    [thrown(() => new URL('Ann Lee')), 'TypeError', 'invalid URL'],
    [new TypeError('Failed to fetch'), 'TypeError', 'could not fetch'],
    [new Error('Contact Ann Lee is not there'), 'Error', ''],
    ['Ann Lee', 'string', ''],
  ])('is kept by its class and a text of ours: %s', (error, name, message) => {
    expect(row(error)).toMatchObject({ level: 'error', name, message });
  });

  it('that is a problem is kept by its kind and status, with what it came from', () => {
    const cause = new TypeError('Failed to fetch');
    const problem = new ProblemError({ kind: 'crm-down', message: 'Ann Lee', status: 503 }, { cause });
    expect(row(problem)).toMatchObject({
      name: 'ProblemError',
      message: 'crm-down 503; from TypeError: could not fetch',
    });
  });

  it.each([
    ['Extension context invalidated.'],
    ['Could not establish connection. Receiving end does not exist.'],
    ['The message port closed before a response was received.'],
  ])('that comes in the ordinary way is for information: %s', (message) => {
    expect(row(new Error(message)).level).toBe('information');
  });

  it('keeps the lines of its stack that are in our own files, without the extension’s address', () => {
    const error = new Error('x');
    error.stack = [
      'Error: Ann Lee',
      '    at read (chrome-extension://abcdefgh/background-parts.js:12:3456)',
      '    at async Object.read (chrome-extension://abcdefgh/chunks/sidebar-a1B2.js:1:2)',
      '    at https://acme.lightning.force.com/lightning/r/Lead/00Q1/view:1:2',
      'deliver@moz-extension://0f0f/background.js:7:8',
      '    at chrome-extension://abcdefgh/background.js:3:4',
    ].join('\n');
    expect(row(error).stack).toEqual([
      'read background-parts.js:12:3456',
      'Object.read chunks/sidebar-a1B2.js:1:2',
      'deliver background.js:7:8',
      'background.js:3:4',
    ]);
  });

  it('holds nothing of what was planted in its texts, and fits its schema whatever was thrown', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.anything(), (planted, anything) => {
        const error = new Error(`${planted} is no contact of Failed ${planted}`, {
          cause: new TypeError(`"${planted}" is not valid JSON`, { cause: planted }),
        });
        error.name = `${planted.replaceAll('-', '')}`;
        error.stack = `${planted}\n    at f (https://${planted}.example/a.js:1:2)`;
        const kept = [row(error, planted), row(planted), row({ message: planted }), row(anything)];
        for (const one of kept) expect(v.is(ErrorRowSchema, one)).toBe(true);
        const text = JSON.stringify(kept);
        expect(text).not.toContain(planted);
        expect(text).not.toContain(planted.replaceAll('-', ''));
      }),
    );
  });
});

describe('the log of errors', () => {
  it('counts the same error instead of repeating it, the latest first', () => {
    const one = row(new TypeError('x is not a function'));
    const later = { ...one, at: '2026-11-29T11:00:00.000Z' };
    const other = row(new Error('x'), 'draft.save');
    const log = [one, other, later].reduce(withError, readErrors(null));
    expect(log).toEqual([
      { ...later, first: one.at, count: 2 },
      { ...other, first: other.at, count: 1 },
    ]);
  });

  it('never grows beyond its bound, and reads only what fits', () => {
    const many = Array.from({ length: MOST_ERRORS + 9 }, (_, index) => row(new Error('x'), `area.n${index}`));
    const log = many.reduce(withError, readErrors(null));
    expect(log).toHaveLength(MOST_ERRORS);
    expect(log[0]?.where).toBe(`area.n${MOST_ERRORS + 8}`);
    expect(readErrors([...log.slice(0, 2), { ...log[2], note: 'Ann Lee' }, null])).toEqual(log.slice(0, 2));
    expect(readErrors({})).toEqual([]);
  });
});
