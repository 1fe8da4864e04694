// The signed-in session as credential: which of the browser's cookies is the one of the page's org. Pure.
import type { Cookie } from '@/lib/crm/shared/sign-in';
import { apiHost, isApiHost } from '../page/hosts';

export type Session = { token: string; host: string; org: string };

export const SESSION_COOKIE = 'sid';

/** The org's id before the "!" of a session; '' where the value is no session. */
const orgOf = (value: string): string =>
  /^(00D[A-Za-z\d]{12}(?:[A-Za-z\d]{3})?)!/.exec(value)?.[1]?.slice(0, 15) ?? '';

/** The org that the page's own session names, and its sessions on API hosts; null where the page has none. */
function ofPage(pageUrl: string, atPage: Cookie | null, all: readonly Cookie[]) {
  const host = URL.canParse(pageUrl) ? apiHost(new URL(pageUrl).hostname) : '';
  const org = atPage?.name === SESSION_COOKIE && atPage.secure ? orgOf(atPage.value) : '';
  if (host === '' || org === '') return null;
  const usable = all
    .map((cookie) => ({ ...cookie, host: cookie.domain.replace(/^\./, '') }))
    .filter((cookie) => cookie.name === SESSION_COOKIE && cookie.secure)
    .filter((cookie) => isApiHost(cookie.host) && orgOf(cookie.value) === org);
  return { host, org, usable };
}

/**
 * `pageUrl`: the Salesforce page that the person works in; `atPage`: its own `sid` cookie; `all`: every `sid` of the
 * browser that the extension may see. The session of the same org on the API host that belongs to the page; null where
 * there is none, as with a proxy before Salesforce, or when nobody is signed in. One on another host is the rep's to choose,
 * by a page of that host: a session opens whatever its host names, and the page names this one.
 */
export function chooseSession(
  pageUrl: string,
  atPage: Cookie | null,
  all: readonly Cookie[],
): Session | null {
  const own = ofPage(pageUrl, atPage, all);
  const found = own?.usable.find((cookie) => cookie.host === own.host);
  return own && found ? { token: found.value, host: found.host, org: own.org } : null;
}

/** The other API hosts that hold a session of the page's org, as after its My Domain was renamed. */
export const otherHosts = (pageUrl: string, atPage: Cookie | null, all: readonly Cookie[]): string[] => {
  const own = ofPage(pageUrl, atPage, all);
  return [...new Set(own?.usable.map(({ host }) => host).filter((host) => host !== own.host))];
};
