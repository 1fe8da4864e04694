// Accounts on hosts that the manifest doesn't name: whether the browser lets us in there, our script in their pages,
// and giving back what no account needs any more.

import type { StoredConnection, StoredPending } from '@/lib/background/storage/database';
import type { Crm } from '@/lib/crm/shared/crm';
import { originsIn } from '@/lib/crm/shared/host-permissions';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { SignInBrowser } from './browser';
import { wayOf } from './renewal';
import type { ConnectionStore } from './store';

export type Reaches = {
  /** What the browser has to allow for this account; [] where the manifest's own hosts do. */
  origins(crm: string, account: string): string[];
  /** Rejects with sign-in where the browser doesn't let us reach an account of this host. */
  must(crm: string, account: string): Promise<void>;
  /** Whether a page of this account may speak to us: always, but for such hosts only while connected and allowed. */
  open(crm: string, account: string): Promise<boolean>;
  /** Our script runs in the pages of exactly those connected accounts that the browser lets us reach. Never rejects. */
  sync(): Promise<void>;
  /** Gives back what was granted for this account, if no connection and no sign-in under way needs it. Never rejects. */
  giveBack(crm: string, account: string): Promise<void>;
};

type Needs = {
  store: Pick<ConnectionStore, 'get' | 'all' | 'pending'>;
  crmById: (id: string) => Crm | null;
  browser: Pick<SignInBrowser, 'reaches' | 'runOn' | 'forgetOrigins'>;
};

/** Later than any time: every sign-in that waits. */
const EVER = '9999';

export function createReach({ store, crmById, browser }: Needs): Reaches {
  const origins = (crm: string, account: string) => originsIn(wayOf(crmById(crm), 'oauth')?.reach, account);
  const ofPending = ({ crm, credential }: StoredPending) =>
    credential.way === 'oauth' ? origins(crm, new URL(credential.tokens.origin).host) : [];
  const ofRow = ({ crm, account }: StoredConnection) => origins(crm, account);

  /** One at a time: two at once would undo each other. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work).catch(reported('connections.reach', undefined));
    last = done;
    return done;
  };

  async function run(): Promise<void> {
    const wanted = (await store.all()).map(ofRow).filter((one) => one.length > 0);
    const granted = await Promise.all(wanted.map(async (one) => ((await browser.reaches(one)) ? one : [])));
    await browser.runOn([...new Set(granted.flat())].sort());
  }

  return {
    origins,
    async must(crm, account) {
      const wanted = origins(crm, account);
      if (wanted.length === 0 || (await browser.reaches(wanted))) return;
      throw new ProblemError({
        kind: 'sign-in',
        message: `The browser does not let Stagecheck reach ${account}. Sign in with that host, and allow it when the browser asks.`,
      });
    },
    async open(crm, account) {
      const wanted = origins(crm, account);
      if (wanted.length === 0) return true;
      return (await store.get(crm, account)) !== null && (await browser.reaches(wanted));
    },
    sync: () => inTurn(run),
    giveBack(crm, account) {
      const given = origins(crm, account);
      if (given.length === 0) return Promise.resolve();
      return inTurn(async () => {
        await run();
        const [rows, waiting] = await Promise.all([store.all(), store.pending.before(EVER)]);
        const needed = [...rows.flatMap(ofRow), ...waiting.flatMap(({ row }) => (row ? ofPending(row) : []))];
        await browser.forgetOrigins(
          given.filter((one) => !needed.includes(one)),
          needed.length === 0,
        );
      });
    },
  };
}
