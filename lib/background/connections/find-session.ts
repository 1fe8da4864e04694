// The session that the rep has in this browser for an account: looked up each time, kept nowhere.
import type { SessionWay } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import type { SignInBrowser } from './browser';

/** The session's key. Rejects with no-api where the page's session can't be used at all, key-refused where the rep is signed out, or signed in to another account. */
export async function findSession(
  browser: Pick<SignInBrowser, 'cookies'>,
  crmName: string,
  way: SessionWay,
  page: string,
  account: string | null,
): Promise<{ key: string; account: string }> {
  const barred = way.barred?.(page);
  if (barred) throw new ProblemError({ kind: 'no-api', way: 'session', message: barred });
  const cookies = await browser.cookies(way.origins, way.cookie);
  if (cookies === null) {
    throw ended(`The browser no longer lets Stagecheck see your sign-in to ${crmName}. Connect it again.`);
  }
  const found = way.find(cookies, page);
  if (!found)
    throw ended(way.elsewhere?.(cookies, page) ?? `You are not signed in to ${crmName} in this browser.`);
  if (account !== null && found.account !== account) {
    throw ended(`This browser is signed in to ${found.account}, not to ${account}.`);
  }
  return found;
}

function ended(message: string): ProblemError {
  return new ProblemError({ kind: 'key-refused', way: 'session', message });
}
