// Who sent a message: the one place that reads a browser sender. Everything not named here is refused.
import { locate } from '@/lib/crm/locate';
import type { Place } from '@/lib/record/record';

/** The parts of the browser's own sender record that count. The browser fills them in; a page can't. */
export type BrowserSender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
};

/** A sender that may ask for something; `place` is what its tab shows. */
export type From =
  | { sender: 'page'; tab: number; place: Place }
  | { sender: 'sidebar'; tab: number; place: Place }
  | { sender: 'trusted' };

/** Our pages that may do what only a person in front of our own page may do. */
const TRUSTED_PAGES = ['/console.html', '/popup.html', '/welcome.html'];

/**
 * Classifies a sender; null means refused. `self` is the extension's id and its base URL (runtime.getURL('')).
 * trusted: our console, popup or welcome page, in no other page's frame. sidebar: our sidebar.html in a frame of a tab whose
 * address is a CRM page. page: a content script at the top of a CRM page, on that page's own origin.
 */
export function classify(sender: BrowserSender, self: { id: string; base: string }): From | null {
  if (sender.id !== self.id) return null;
  const url = parse(sender.url);
  if (!url) return null;
  if (sender.origin !== undefined && sender.origin !== originOf(url)) return null;
  if (originOf(url) === originOf(new URL(self.base))) return fromOurPage(sender, url);
  return fromContentScript(sender, url);
}

function fromOurPage(sender: BrowserSender, url: URL): From | null {
  if (!sender.frameId) return TRUSTED_PAGES.includes(url.pathname) ? { sender: 'trusted' } : null;
  const crm = crmTab(sender);
  return url.pathname === '/sidebar.html' && crm ? { sender: 'sidebar', ...crm } : null;
}

function fromContentScript(sender: BrowserSender, url: URL): From | null {
  const crm = crmTab(sender);
  if (sender.frameId !== 0 || !crm || originOf(url) !== crm.origin) return null;
  return { sender: 'page', tab: crm.tab, place: crm.place };
}

function crmTab(sender: BrowserSender): { tab: number; place: Place; origin: string } | null {
  const tab = sender.tab?.id;
  const url = parse(sender.tab?.url);
  const place = url && locate(url.href);
  return tab === undefined || !url || !place ? null : { tab, place, origin: originOf(url) };
}

function parse(url: string | undefined): URL | null {
  return url !== undefined && URL.canParse(url) ? new URL(url) : null;
}

/** Like URL.origin, which is 'null' for an extension's own scheme in some engines. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}
