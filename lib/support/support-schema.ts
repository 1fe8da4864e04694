// What a support report looks like: closed, and without one field that takes a free text. Pure.
import * as v from 'valibot';
import { KeptErrorSchema } from '../diagnostics/error-log';
import { plainWords } from './plain-words';
import { codeEntries, type ProblemCode, places } from './problem-log';
import { browsers, crms, families, REGIONAL, type TellableCrm } from './tellable';

export const ABOUT =
  'A support report of Stagecheck. It was made in this browser and sent to nobody: whoever has it was given it by the person who made it.';

export const LEAVES_OUT = [
  'keys, tokens and sessions, and every part of them',
  'names and e-mail addresses of people, companies and records',
  'ids of records and accounts, and the host of the org: they are numbered instead (account 1, record 1)',
  'answers, notes and quotes',
  'what the CRM said in its own words: only its status and our words for it stay',
] as const;

const time = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const account = v.pipe(v.string(), v.regex(/^account \d{1,6}$/));
const record = v.pipe(v.string(), v.regex(/^record \d{1,6}$/));
const crm = v.picklist(['hubspot', 'salesforce', 'other']);

/** What a report says of a problem. */
export function wordsOf({ crm: id, ...code }: ProblemCode & { crm: TellableCrm }): string {
  const { title, todo } = plainWords(code, crms[id]);
  return `${title}. ${todo}`;
}

/** A problem by its code. Its words are ours, or it is refused: they follow from the code and the CRM alone. */
const problem = v.pipe(
  v.strictObject({ ...codeEntries, crm, words: v.string() }),
  v.check(({ words, ...code }) => words === wordsOf(code), 'These are not Stagecheck’s own words.'),
);

const connection = v.strictObject({
  account,
  crm,
  /** The family of the org's host; null where the account is no host. */
  hosts: v.nullable(v.picklist([...families, REGIONAL])),
  way: v.picklist(['key', 'oauth', 'session']),
  signedOut: v.boolean(),
  /** Rights that it lacks: those that it can't do without, and others. */
  missing: v.strictObject({ must: count, should: count }),
  /** What pressing "Test now" said, while the page was open; null: not pressed. */
  test: v.nullable(v.strictObject({ at: v.nullable(time), problem: v.nullable(problem) })),
  /** What holds all that waits for this account. */
  held: v.nullable(problem),
  /** As the CRM last told it; null: not told yet. */
  allowance: v.nullable(
    v.strictObject({ most: count, left: count, windowSeconds: count, told: v.nullable(time) }),
  ),
});

const waiting = v.strictObject({
  record,
  account,
  state: v.picklist(['waiting', 'writing', 'failed']),
  /** The step at which it stands. */
  step: v.nullable(v.picklist(['fields', 'form', 'deal', 'task', 'note', 'together'])),
  confirmed: v.nullable(time),
  ageMinutes: v.nullable(count),
  nextTry: v.nullable(time),
  tries: count,
  problem: v.nullable(problem),
});

const recent = v.strictObject({
  first: v.nullable(time),
  last: v.nullable(time),
  times: count,
  where: v.picklist(places),
  account: v.nullable(account),
  problem,
});

export const SupportReportSchema = v.strictObject({
  about: v.literal(ABOUT),
  leavesOut: v.strictTuple(tupleOf(LEAVES_OUT)),
  format: v.literal(2),
  made: v.nullable(time),
  stagecheck: v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)),
  browser: v.strictObject({ name: v.picklist(browsers), version: v.nullable(count) }),
  connections: v.array(connection),
  waiting: v.array(waiting),
  /** Decisions that are gone from the browser's storage, and those of another version that this one can't read. */
  lost: v.array(v.strictObject({ record, account, confirmed: v.nullable(time) })),
  unreadable: count,
  recentProblems: v.array(recent),
  /** Errors inside the program: their schema has no room for data. */
  errors: v.array(KeptErrorSchema),
});
export type SupportReport = v.InferOutput<typeof SupportReportSchema>;
export type ReportedProblem = v.InferOutput<typeof problem>;

/** Each line as itself. */
function tupleOf(lines: typeof LEAVES_OUT) {
  const [keys, names, ids, answers, words] = lines;
  return [v.literal(keys), v.literal(names), v.literal(ids), v.literal(answers), v.literal(words)] as const;
}
