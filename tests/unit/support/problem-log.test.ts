// The log of recent problems: bounded, counted, old rows gone, and nothing in it that anybody wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, problemKinds } from '@/lib/problem/problem';
import { codeOf, DAYS, MOST, markOf, type Noted, readLog, withProblem } from '@/lib/support/problem-log';

const start = Date.parse('2026-11-21T10:00:00.000Z');
const minute = 60_000;
const at = (ms: number) => new Date(start + ms);
const offline: Problem = { kind: 'offline', message: 'No network.' };
const event = (problem: Problem, where: Noted['where'] = 'delivery') => ({
  where,
  crm: 'hubspot',
  account: 'hubspot/100',
  problem,
});

describe('the log', () => {
  it('counts a problem that comes again within the hour, and begins a new row after it', () => {
    const once = withProblem([], event(offline), at(0));
    const twice = withProblem(once, event(offline), at(40 * minute));
    expect(twice).toMatchObject([
      { count: 2, first: at(0).toISOString(), last: at(40 * minute).toISOString() },
    ]);
    const later = withProblem(twice, event(offline), at(101 * minute));
    expect(later.map(({ count }) => count)).toEqual([1, 2]);
  });

  it('keeps apart what differs in place, code or account, newest first', () => {
    let log: Noted[] = [];
    log = withProblem(log, event(offline), at(0));
    log = withProblem(log, event(offline, 'record'), at(1));
    log = withProblem(log, event({ ...offline, status: 503 }), at(2));
    log = withProblem(log, { ...event(offline), account: 'hubspot/200' }, at(3));
    expect(log).toHaveLength(4);
    expect(log[0]?.account).toBe(markOf('hubspot/200'));
  });

  it('holds so many rows, and none older than so many days', () => {
    let log: Noted[] = [];
    for (let n = 0; n < MOST + 9; n++) log = withProblem(log, event(offline), at(n * 2 * 60 * minute));
    expect(log).toHaveLength(MOST);
    const day = 24 * 60 * minute;
    const [newest] = withProblem([], event(offline), at(0));
    expect(readLog([newest], at(DAYS * day))).toHaveLength(1);
    expect(readLog([newest], at(DAYS * day + 1))).toHaveLength(0);
  });

  it('leaves alone what is no log, and drops a row that it can not read', () => {
    const log = withProblem([], event(offline), at(0));
    expect(readLog('damaged', at(0))).toEqual([]);
    expect(readLog([{ ...log[0], text: 'more' }, 7, null, ...log], at(0))).toEqual(log);
  });

  it('holds no word of a problem, whatever stands in it', () => {
    const secret = fc.uuid();
    fc.assert(
      fc.property(secret, fc.constantFrom(...problemKinds), fc.integer(), (planted, kind, status) => {
        const problem: Problem = {
          kind,
          message: planted,
          status,
          scopes: [planted],
          fields: [{ field: planted, label: planted, message: planted }],
          theirs: [
            { field: planted, value: planted, text: planted, label: planted, was: planted, by: planted },
          ],
          lastChange: { by: planted, at: planted },
          accounts: { page: planted, key: planted },
          standing: planted,
          mergedInto: planted,
          became: { name: planted, url: planted },
          duplicates: { mayAllow: true, records: [{ object: planted, id: planted, name: planted }] },
          barred: planted,
          usedUp: planted,
          supportId: planted,
          users: { answered: planted, now: planted },
        };
        const log = withProblem([], { ...event(problem), account: `hubspot/${planted}` }, at(0));
        expect(readLog(log, at(0))).toEqual(log);
        expect(JSON.stringify(log)).not.toContain(planted);
      }),
    );
  });
});

describe('a code', () => {
  it('keeps what says what to do next, and a status that is one', () => {
    expect(codeOf({ kind: 'key-refused', message: '', way: 'session', status: 401 })).toEqual({
      kind: 'key-refused',
      status: 401,
      more: 'session',
    });
    expect(codeOf({ kind: 'not-connected', message: '', way: 'oauth', barred: 'x' }).more).toBe('barred');
    expect(codeOf({ kind: 'storage', message: '', store: 'full' }).more).toBe('full');
    for (const status of [12_345, 400.5, 99, 0, -1, Number.NaN])
      expect(codeOf({ kind: 'crm-down', message: '', status })).toMatchObject({ status: null });
  });
});

it('marks accounts apart, always alike, without their names in it', () => {
  expect(markOf('hubspot/100')).toBe(markOf('hubspot/100'));
  expect(markOf('hubspot/100')).not.toBe(markOf('hubspot/101'));
  expect(markOf('')).toMatch(/^[0-9a-f]{8}$/);
});
