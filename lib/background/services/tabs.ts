// The browser's tabs, as far as the extension may see them: the addresses of the CRMs' pages alone.
import { type Browser, browser } from 'wxt/browser';
import type { Tab, Tabs } from './show';

const seen = ({ id, url, discarded }: Browser.tabs.Tab): Tab[] =>
  id === undefined || url === undefined ? [] : [{ id, url, discarded: discarded === true }];

export const browserTabs: Tabs = {
  async front() {
    const active = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    return active.flatMap(seen)[0] ?? null;
  },
  async all() {
    const tabs = await browser.tabs.query({});
    return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0)).flatMap(seen);
  },
  open: async (url) => (await browser.tabs.create({ url })).id,
  async focus(tab) {
    const { windowId } = (await browser.tabs.update(tab, { active: true })) ?? {};
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  },
  reload: (tab) => browser.tabs.reload(tab),
};
