// Builds the support report out of what this browser knows: each field is made anew, and nothing is copied through. Pure.

import { type KeptError, readErrors } from '../diagnostics/error-log';
import type { Problem } from '../problem/problem';
import type { Write } from '../qualification/plan/submission';
import { accountKey } from '../record/account-key';
import { type RecordRef, refKey } from '../record/record';
import { codeOf, markOf, type Noted } from './problem-log';
import { ABOUT, LEAVES_OUT, type ReportedProblem, type SupportReport, wordsOf } from './support-schema';
import { browserOf, crmOf, familyOf, versionOf } from './tellable';

type Account = { crm: string; account: string };

/** What is known, with all that must not be told still in it. */
export type SupportInput = {
  at: string;
  extension: string;
  userAgent: string;
  connections: (Account & {
    way: 'key' | 'oauth' | 'session';
    signedOut: boolean;
    missing: readonly { need: 'must' | 'should' }[];
    test: { at: string; problem: Problem | null } | null;
    held: Problem | null;
    allowance: { max: number; remaining: number; windowMs: number; readAt: string } | null;
  })[];
  waiting: {
    ref: RecordRef;
    at: string;
    state: 'waiting' | 'writing' | 'failed';
    step: Write['kind'] | null;
    tries: number;
    nextAt: string | null;
    problem: Problem | null;
  }[];
  lost: { ref: RecordRef; at: string }[];
  unreadable: number;
  problems: readonly Noted[];
  errors: readonly KeptError[];
};

/** The report as data; it fits SupportReportSchema whatever goes in. */
export function supportReport(input: SupportInput): SupportReport {
  const accounts = numbered('account');
  const records = numbered('record');
  const accountOf = (of: Account) => accounts.of(keyOf(of));
  // In the order in which the page shows them.
  for (const one of input.connections) accountOf(one);
  const marks = new Map(input.connections.map((one) => [markOf(keyOf(one)), accountOf(one)]));

  return {
    about: ABOUT,
    leavesOut: [...LEAVES_OUT],
    format: 2,
    made: timeOf(input.at),
    stagecheck: versionOf(input.extension),
    browser: browserOf(input.userAgent),
    connections: input.connections.map((one) => ({
      account: accountOf(one),
      crm: crmOf(one.crm),
      hosts: familyOf(one.account),
      way: one.way,
      signedOut: one.signedOut,
      missing: { must: lacking(one.missing, 'must'), should: lacking(one.missing, 'should') },
      test: one.test && { at: timeOf(one.test.at), problem: told(one.test.problem, one.crm) },
      held: told(one.held, one.crm),
      allowance: one.allowance && {
        most: whole(one.allowance.max),
        left: whole(one.allowance.remaining),
        windowSeconds: whole(one.allowance.windowMs / 1000),
        told: timeOf(one.allowance.readAt),
      },
    })),
    waiting: input.waiting.map((one) => ({
      record: records.of(refKey(one.ref)),
      account: accountOf(one.ref),
      state: one.state,
      step: one.step,
      confirmed: timeOf(one.at),
      ageMinutes: minutesBetween(one.at, input.at),
      nextTry: one.nextAt === null ? null : timeOf(one.nextAt),
      tries: whole(one.tries),
      problem: told(one.problem, one.ref.crm),
    })),
    lost: input.lost.map(({ ref, at }) => ({
      record: records.of(refKey(ref)),
      account: accountOf(ref),
      confirmed: timeOf(at),
    })),
    unreadable: whole(input.unreadable),
    recentProblems: input.problems.map((one) => ({
      first: timeOf(one.first),
      last: timeOf(one.last),
      times: whole(one.count),
      where: one.where,
      account: marks.get(one.account) ?? null,
      problem: withWords({ kind: one.kind, status: one.status, more: one.more, crm: crmOf(one.crm) }),
    })),
    // What does not fit is left out: a page's own state may be of another version.
    errors: readErrors(input.errors),
  };
}

/** The report as it is shown, and as it is saved. */
export const supportText = (report: SupportReport): string => `${JSON.stringify(report, null, 2)}\n`;

const keyOf = ({ crm, account }: Account) => accountKey(crm, account);

/** "record 1", "record 2": the same thing gets the same label throughout one report. */
function numbered(word: 'account' | 'record') {
  const known = new Map<string, string>();
  return {
    of(key: string): string {
      const label = known.get(key) ?? `${word} ${known.size + 1}`;
      known.set(key, label);
      return label;
    },
  };
}

const told = (problem: Problem | null, crm: string): ReportedProblem | null =>
  problem && withWords({ ...codeOf(problem), crm: crmOf(crm) });

const withWords = (code: Omit<ReportedProblem, 'words'>): ReportedProblem => ({
  ...code,
  words: wordsOf(code),
});

const lacking = (missing: readonly { need: string }[], need: string): number =>
  missing.filter((one) => one.need === need).length;

const whole = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0);

/** The moment that a text names, written our way; null for what is no time. */
function timeOf(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 1
    ? null
    : at.toISOString();
}

function minutesBetween(from: string, to: string): number | null {
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isFinite(ms) ? whole(ms / 60_000) : null;
}
