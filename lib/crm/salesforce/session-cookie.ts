// The signed-in session as credential: which of the browser's cookies is the one of the page's org. Pure.
import type { Cookie } from '../sign-in';
import { apiHost, isApiHost } from './hosts';

export type Session = { token: string; host: string; org: string };

export const SESSION_COOKIE = 'sid';

/** The org's id before the "!" of a session; '' where the value is no session. */
const orgOf = (value: string): string =>
  /^(00D[A-Za-z\d]{12}(?:[A-Za-z\d]{3})?)!/.exec(value)?.[1]?.slice(0, 15) ?? '';

/**
 * `pageUrl`: the Salesforce page that the person works in; `atPage`: its own `sid` cookie; `all`: every `sid` of the
 * browser that the extension may see. The session of the same org on the API's host; null where there is none, as with
 * a proxy before Salesforce, or when nobody is signed in.
 */
export function chooseSession(
  pageUrl: string,
  atPage: Cookie | null,
  all: readonly Cookie[],
): Session | null {
  const host = URL.canParse(pageUrl) ? apiHost(new URL(pageUrl).hostname) : '';
  const org = atPage?.name === SESSION_COOKIE && atPage.secure ? orgOf(atPage.value) : '';
  if (host === '' || org === '') return null;
  const usable = all
    .map((cookie) => ({ ...cookie, host: cookie.domain.replace(/^\./, '') }))
    .filter((cookie) => cookie.name === SESSION_COOKIE && cookie.secure)
    .filter((cookie) => isApiHost(cookie.host) && orgOf(cookie.value) === org);
  // The page's own host first; an org that moved may keep a session under another name.
  const found = usable.find((cookie) => cookie.host === host) ?? usable[0];
  return found ? { token: found.value, host: found.host, org } : null;
}
