// The permission to read the browser's cookies: had only while a sign-in needs it.
import { reported } from '@/lib/diagnostics/report';
import type { SignInBrowser } from './browser';
import type { ConnectionStore } from './store';

export type Cookies = {
  /** A sign-in for which the browser may just have allowed it: until it is over, nothing is given back. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Gives it back where no connection, and no sign-in that is under way or waits for the rep, needs it. Never rejects. */
  giveBack(): Promise<void>;
};

type Needs = {
  store: Pick<ConnectionStore, 'all' | 'pending'>;
  browser: Pick<SignInBrowser, 'forgetCookies'>;
};

/** Later than any time: every sign-in that waits. */
const EVER = '9999';

export function createCookies({ store, browser }: Needs): Cookies {
  let under = 0;

  async function giveBack(): Promise<void> {
    const [rows, waiting] = await Promise.all([store.all(), store.pending.before(EVER)]);
    const ways = [...rows, ...waiting.flatMap(({ row }) => row ?? [])].map(
      ({ credential }) => credential.way,
    );
    if (under === 0 && !ways.includes('session')) await browser.forgetCookies();
  }

  return {
    async during(work) {
      under += 1;
      try {
        return await work();
      } finally {
        under -= 1;
      }
    },
    giveBack: () => giveBack().catch(reported('connections.cookies', undefined)),
  };
}
