// What signing in needs of the browser itself, as one injectable object.
import { browser } from 'wxt/browser';
import { locate } from '@/lib/crm/locate';
import type { Cookie } from '@/lib/crm/shared/crm';
import { runOn } from './run-on';

export type SignInBrowser = {
  /** Where a CRM sends the rep back to after a sign-in. */
  redirect(): string;
  /** Opens the CRM's sign-in and gives the address it came back to; rejects where the window was closed. */
  launch(url: string): Promise<string | undefined>;
  /** The cookies of this name at these match patterns' hosts; null where the browser has not been told to allow it. */
  cookies(origins: readonly string[], name: string): Promise<Cookie[] | null>;
  /** Gives the permission to read cookies back. */
  forgetCookies(): Promise<void>;
  /** Whether the browser lets us reach all of these origins, and run our script there. */
  reaches(origins: string[]): Promise<boolean>;
  /** Our script runs in the pages of exactly these origins, besides those of the manifest, over restarts too. */
  runOn(origins: string[]): Promise<void>;
  /** Gives origins back; `all`: and the permission to run there, for no other is left. */
  forgetOrigins(origins: string[], all: boolean): Promise<void>;
  /** The addresses of the tabs that show a page of this CRM, the newest first. */
  pages(crm: string): Promise<string[]>;
};

/** "https://*.example.com/*" to the domain whose cookies are meant. */
const domainOf = (pattern: string) => /^https:\/\/(?:\*\.)?([^/*]+)\//.exec(pattern)?.[1];

export const signInBrowser: SignInBrowser = {
  redirect: () => browser.identity.getRedirectURL(),
  launch: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  async cookies(origins, name) {
    if (!(await browser.permissions.contains({ permissions: ['cookies'] })) || !browser.cookies) return null;
    const domains = [...new Set(origins.map(domainOf).filter((domain) => domain !== undefined))];
    const found = await Promise.all(domains.map((domain) => browser.cookies.getAll({ domain, name })));
    return found.flat().map(({ name, domain, value, secure }) => ({ name, domain, value, secure }));
  },
  async forgetCookies() {
    await browser.permissions.remove({ permissions: ['cookies'] });
  },
  reaches: (origins) => browser.permissions.contains({ permissions: ['scripting'], origins }),
  runOn,
  async forgetOrigins(origins, all) {
    await browser.permissions.remove({ origins, ...(all ? { permissions: ['scripting'] } : {}) });
  },
  async pages(crm) {
    const tabs = await browser.tabs.query({});
    return tabs
      .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      .flatMap(({ url }) => (url !== undefined && crmOf(url) === crm ? [url] : []));
  },
};

function crmOf(url: string): string | null {
  const place = locate(url);
  if (!place) return null;
  return place.role === 'none' ? place.crm : place.ref.crm;
}
