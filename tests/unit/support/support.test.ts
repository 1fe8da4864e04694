// The support report: closed, in our words alone, and free of everything that was planted in what it is made of.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { KeptError } from '@/lib/diagnostics/error-log';
import { type Problem, problemKinds } from '@/lib/problem/problem';
import { plainWords } from '@/lib/support/plain-words';
import { markOf, type Noted, places } from '@/lib/support/problem-log';
import { type SupportInput, supportReport, supportText } from '@/lib/support/support';
import { SupportReportSchema } from '@/lib/support/support-schema';
import { browserOf, familyOf, versionOf } from '@/lib/support/tellable';

const at = '2026-11-21T10:00:00.000Z';
const ref = (id: string, account = '24680135', crm = 'hubspot') => ({ crm, account, object: 'contacts', id });
const noted = (change: Partial<Noted> = {}): Noted => ({
  first: at,
  last: at,
  count: 3,
  where: 'delivery',
  crm: 'hubspot',
  account: markOf('hubspot/24680135'),
  kind: 'offline',
  status: null,
  more: null,
  ...change,
});

const ERROR: KeptError = {
  ...{ level: 'error', name: 'TypeError', message: 'not a function', where: 'view.render' },
  ...{ stack: ['draw chunks/sidebar-a1.js:1:204'], first: at, at, count: 3 },
};

const input: SupportInput = {
  at,
  extension: '1.4.2',
  userAgent: 'Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
  connections: [
    {
      crm: 'hubspot',
      account: '24680135',
      way: 'key',
      signedOut: false,
      missing: [{ need: 'should' }],
      test: { at, problem: null },
      held: null,
      allowance: { max: 100, remaining: 96, windowMs: 10_000, readAt: at },
    },
    {
      crm: 'salesforce',
      account: 'acme.my.salesforce.com',
      way: 'oauth',
      signedOut: true,
      missing: [],
      test: null,
      held: { kind: 'key-refused', message: 'INVALID_SESSION_ID: gone for acme', way: 'oauth', status: 401 },
      allowance: null,
    },
  ],
  waiting: [
    {
      ref: ref('501'),
      at: '2026-11-21T09:30:00.000Z',
      state: 'failed',
      step: 'note',
      tries: 2,
      nextAt: null,
      problem: { kind: 'forbidden', message: 'User ann@northwind.example may not', status: 403 },
    },
    {
      ref: ref('00Q1', 'acme.my.salesforce.com', 'salesforce'),
      at,
      state: 'waiting',
      step: 'together',
      tries: 1,
      nextAt: '2026-11-21T10:15:00.000Z',
      problem: null,
    },
  ],
  lost: [{ ref: ref('501'), at }],
  unreadable: 1,
  problems: [noted(), noted({ account: markOf('hubspot/gone') })],
  errors: [ERROR],
};

describe('a report', () => {
  it('says how things stand: numbered accounts and records, codes, ages, and our words', () => {
    const report = supportReport(input);
    expect(v.parse(SupportReportSchema, JSON.parse(supportText(report)))).toEqual(report);
    expect(report).toMatchObject({
      stagecheck: '1.4.2',
      browser: { name: 'Chrome', version: 141 },
      connections: [
        { account: 'account 1', crm: 'hubspot', hosts: null, missing: { must: 0, should: 1 }, held: null },
        {
          account: 'account 2',
          hosts: '*.my.salesforce.com',
          signedOut: true,
          held: { kind: 'key-refused', status: 401, more: 'oauth' },
        },
      ],
      waiting: [
        { record: 'record 1', account: 'account 1', state: 'failed', step: 'note', ageMinutes: 30, tries: 2 },
        { record: 'record 2', account: 'account 2', nextTry: '2026-11-21T10:15:00.000Z', problem: null },
      ],
      lost: [{ record: 'record 1', account: 'account 1' }],
      recentProblems: [{ times: 3, account: 'account 1' }, { account: null }],
    });
    expect(report.waiting[0]?.problem?.words).toBe(
      'HubSpot does not allow this. Ask your HubSpot admin for access to this record or field, then try again. Status 403.',
    );
  });

  it('says at its head what it is, and what it leaves out', () => {
    const head = supportText(supportReport(input)).slice(0, 700);
    expect(head).toContain('A support report of Stagecheck');
    expect(head).toContain('sent to nobody');
    expect(head).toContain('keys, tokens and sessions');
  });

  it('is refused by its schema with one word more, or another', () => {
    const report = supportReport(input);
    expect(v.is(SupportReportSchema, report)).toBe(true);
    expect(v.is(SupportReportSchema, { ...report, note: 'more' })).toBe(false);
    const [one, ...rest] = report.recentProblems;
    const said = one && { ...one, problem: { ...one.problem, words: 'Ann Meyer said so.' } };
    expect(v.is(SupportReportSchema, { ...report, recentProblems: [said, ...rest] })).toBe(false);
  });
});

/** A text that stands nowhere else: plain, in a host, as an address, as a key, as a time that is none. */
const secret = fc
  .tuple(
    fc.uuid(),
    fc.constantFrom(
      (id: string) => id,
      (id: string) => `${id}.my.salesforce.com`,
      (id: string) => `${id}.my.${id}.salesforce.com`,
      (id: string) => `ann.${id}@northwind.example`,
      (id: string) => `pat-${id}`,
      (id: string) => `Chrome/141 ${id}`,
      (id: string) => `1.0.0-${id}`,
      (id: string) => `2026-11-21T10:00:00.000Z ${id}`,
    ),
  )
  .map(([id, shape]) => ({ id, text: shape(id) }));

const problemWith = (text: string, kind: Problem['kind']): Problem => ({
  kind,
  message: text,
  scopes: [text],
  fields: [{ field: text, label: text, message: text }],
  theirs: [{ field: text, value: text, text, label: text, was: text, by: text, at: text }],
  lastChange: { by: text, at: text },
  accounts: { page: text, key: text },
  standing: text,
  mergedInto: text,
  became: { name: text, url: text },
  duplicates: { mayAllow: true, records: [{ object: text, id: text, name: text, url: text }] },
  barred: text,
  usedUp: text,
  supportId: text,
  users: { answered: text, now: text, as: 'chosen' },
});

it('holds nothing of what was planted in any text that it is made of, and always fits its schema', () => {
  fc.assert(
    fc.property(
      secret,
      fc.constantFrom(...problemKinds),
      fc.constantFrom(...places),
      fc.boolean(),
      fc.double(),
      ({ id, text }, kind, where, known, number) => {
        const crm = known ? 'salesforce' : text;
        const problem = problemWith(text, kind);
        const of = { crm, account: text, object: text, id: text };
        const planted: SupportInput = {
          at: text,
          extension: text,
          userAgent: text,
          connections: [
            {
              crm,
              account: text,
              way: 'session',
              signedOut: true,
              missing: [{ need: 'must' }],
              test: { at: text, problem },
              held: problem,
              allowance: { max: number, remaining: number, windowMs: number, readAt: text },
            },
          ],
          waiting: [
            { ref: of, at: text, state: 'failed', step: 'deal', tries: number, nextAt: text, problem },
          ],
          lost: [{ ref: of, at: text }],
          unreadable: number,
          problems: [
            noted({ first: text, last: text, crm: text, account: text, where, kind, count: number }),
          ],
          errors: [
            { ...ERROR, name: text },
            { ...ERROR, message: text },
            { ...ERROR, where: text },
            { ...ERROR, stack: [text] },
          ],
        };
        const report = supportReport(planted);
        expect(v.is(SupportReportSchema, report)).toBe(true);
        expect(supportText(report)).not.toContain(id);
      },
    ),
  );
});

it('leaves out what comes beside the fields that it knows', () => {
  fc.assert(
    fc.property(fc.uuid(), (planted) => {
      const beside = {
        keyEnd: planted,
        person: { name: planted },
        recordName: planted,
        answers: { a: planted },
      };
      const richer = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, ...beside }));
      const report = supportReport({
        ...input,
        connections: richer(input.connections),
        waiting: richer(input.waiting),
        lost: richer(input.lost),
        problems: richer(input.problems),
      });
      expect(report).toEqual(supportReport(input));
    }),
  );
});

it.each(problemKinds.map((kind) => [kind]))('has words of ours for %s, whole sentences', (kind) => {
  const { title, todo } = plainWords({ kind, status: null, more: null }, 'HubSpot');
  expect(title.trim()).not.toBe('');
  expect(todo).toMatch(/[.?…]$/);
});

it.each([
  ['acme.my.salesforce.com', '*.my.salesforce.com'],
  ['acme--full.sandbox.my.salesforce.com', '*.sandbox.my.salesforce.com'],
  ['acme.my.usa26.salesforce.com', '*.my.(region).salesforce.com'],
  ['24680135', null],
  ['acme.my.salesforce.com.evil.example', null],
])('tells of the host %s only %s', (host, family) => {
  expect(familyOf(host)).toBe(family);
});

it('names browsers and versions in numbers alone', () => {
  expect(browserOf('… Chrome/141.0 Safari/537.36 Edg/141.0')).toEqual({ name: 'Edge', version: 141 });
  expect(browserOf('… Gecko/20100101 Firefox/143.0')).toEqual({ name: 'Firefox', version: 143 });
  expect(browserOf('… HeadlessChrome/142.0.7')).toEqual({ name: 'Chrome', version: 142 });
  expect(browserOf('a robot')).toEqual({ name: 'other', version: null });
  expect(versionOf('0.1.0')).toBe('0.1.0');
  expect(versionOf('0.1.0-ann')).toBe('0');
});
