// What is the matter, for the rep to see: recent problems by their codes, and what each CRM last told of its allowance.

import * as v from 'valibot';
import type { Connections } from '@/lib/background/connections/connections';
import type { Sessions } from '@/lib/background/connections/sessions';
import type { TallyItem } from '@/lib/background/outbox/tally';
import type { Crm } from '@/lib/crm/shared/crm';
import { MOST_ERRORS, readErrors, withError } from '@/lib/diagnostics/error-log';
import type { ErrorRow } from '@/lib/diagnostics/error-row';
import { reported } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import type { Answers } from '@/lib/protocol/messages';
import type { Submission } from '@/lib/qualification/plan/submission';
import { accountKey } from '@/lib/record/account-key';
import { type ProblemPlace, places, readLog, withProblem } from '@/lib/support/problem-log';
import { WholeTextSchema } from '@/lib/util/whole-text';
import type { Watch } from './router';

export type Diagnostics = {
  read(): Promise<Answers['diagnostics.read']>;
  clear(): Promise<void>;
  /** After an account was removed: with the last one goes all that is kept here. */
  removed(): Promise<void>;
  /** An error that was caught and not passed on, of the background or of a page. Errors of one moment are kept at once. */
  error(row: ErrorRow): void;
  answered: Watch;
  /** A submission was stopped, or (null) the outbox can't be read. */
  stopped(problem: Problem, submission: Submission | null): void;
};

type Needs = {
  /** Neither is in the database: what is the matter with that can be told, too. */
  log: TallyItem;
  told: TallyItem;
  errors: TallyItem;
  connections: Pick<Connections, 'list'>;
  sessions: Pick<Sessions, 'allowances'>;
  crmById: (id: string) => Pick<Crm, 'id'> | null;
  now: () => Date;
};

const number = v.number();
const TOLD = v.array(
  v.strictObject({
    crm: WholeTextSchema,
    account: WholeTextSchema,
    allowance: v.strictObject({ max: number, remaining: number, windowMs: number, readAt: v.string() }),
  }),
);

const AccountSchema = v.object({ crm: WholeTextSchema, account: v.optional(WholeTextSchema, '') });
type Account = v.InferOutput<typeof AccountSchema>;
/** They say where someone stands, and nothing went wrong. */
const NO_TROUBLE: readonly Problem['kind'][] = ['in-line', 'not-here'];

export function createDiagnostics({
  log,
  told,
  errors,
  connections,
  sessions,
  crmById,
  now,
}: Needs): Diagnostics {
  let work: Promise<void> = Promise.resolve();
  let last = '';
  let unkept: ErrorRow[] = [];

  /** One after the other. It is about trouble, and must make none. */
  function then(job: () => Promise<void>): Promise<void> {
    work = work.then(job).catch(reported('diagnostics.keep', undefined));
    return work;
  }

  const kept = async () => {
    const parsed = v.safeParse(TOLD, await told.getValue());
    return parsed.success ? parsed.output : [];
  };

  const nowAndKept = async () => {
    const live = sessions.allowances();
    const keys = new Set(live.map(keyOf));
    return [...live, ...(await kept()).filter((one) => !keys.has(keyOf(one)))];
  };

  /** What a CRM tells with its answers outlives the worker, which ends soon after them. */
  function remember(): void {
    const text = JSON.stringify(sessions.allowances());
    if (text === last || text === '[]') return;
    last = text;
    void then(async () => told.setValue(await nowAndKept()));
  }

  function note(where: ProblemPlace, of: Account | null, problem: Problem): void {
    if (NO_TROUBLE.includes(problem.kind)) return;
    void then(async () => {
      // What still ends after the last account was removed leaves nothing behind.
      if (
        where !== 'connections' &&
        (await connections.list().catch(reported('diagnostics.accounts', null)))?.length === 0
      )
        return;
      const crm = (of && crmById(of.crm)?.id) ?? '';
      const account = of?.account ? accountKey(of.crm, of.account) : '';
      const at = now();
      await log.setValue(
        withProblem(readLog(await log.getValue(), at), { where, crm, account, problem }, at),
      );
    });
  }

  function error(row: ErrorRow): void {
    if (unkept.length < MOST_ERRORS) unkept.push(row);
    // One write takes in all that came meanwhile: where everything fails at once, the storage is not kept busy by it.
    if (unkept.length > 1) return;
    void then(async () => {
      const rows = unkept;
      unkept = [];
      const kept = rows.reduce(withError, readErrors(await errors.getValue()));
      await errors.setValue(kept);
    });
  }

  return {
    async read() {
      await work;
      const problems = readLog(await log.getValue(), now());
      return { allowances: await nowAndKept(), problems, errors: readErrors(await errors.getValue()) };
    },
    error,
    clear: () =>
      then(async () => {
        await log.setValue(null);
        await errors.setValue(null);
      }),
    removed: () =>
      then(async () => {
        // Its session is closed, so what it told is not among them.
        await told.setValue(sessions.allowances());
        if ((await connections.list()).length > 0) return;
        await log.setValue(null);
        await errors.setValue(null);
      }),
    answered(name, from, body, problem) {
      remember();
      if (!problem) return;
      // Our own pages name the account; the others ask about what their tab shows.
      const place = from.sender === 'trusted' ? null : from.place;
      const of = v.safeParse(AccountSchema, place ? ('ref' in place ? place.ref : place) : body);
      const where = places.find((one) => name.startsWith(one)) ?? 'other';
      note(where, of.success ? of.output : null, problem);
    },
    stopped(problem, submission) {
      remember();
      note('delivery', submission?.ref ?? null, problem);
    },
  };
}

const keyOf = ({ crm, account }: Account): string => accountKey(crm, account);
