// Where sidebars stand, by the browser's own account, and how one without a port is called.

import { browser } from 'wxt/browser';
import { reported } from '@/lib/diagnostics/report';
import { CALLED } from '@/lib/port';
import type { Outside } from './sidebars';

export const standing: Outside = {
  async open() {
    // Frames in a tab are contexts of the type TAB too. Only the path tells: what getURL gives for the sidebar is its secret
    // address, and a context has the lasting one (tried in Chromium).
    const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
    const sidebars = contexts.filter(({ documentUrl }) => pathOf(documentUrl) === '/sidebar.html');
    return [...new Set(sidebars.map(({ tabId }) => tabId))];
  },
  call(tabs) {
    // Two calls in a row are told as two only where their values differ.
    const called = { tabs, call: crypto.randomUUID() };
    browser.storage.session.set({ [CALLED]: called }).catch(reported('services.standing', undefined));
  },
};

const pathOf = (url: string | undefined) =>
  url !== undefined && URL.canParse(url) ? new URL(url).pathname : null;
