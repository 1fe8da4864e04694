// Where sidebars stand, by the browser's own account, and how one without a port is called.

import { browser } from 'wxt/browser';
import { reported } from '@/lib/diagnostics/report';
import { CALLED } from '@/lib/protocol/port';
import type { Outside } from './sidebars';

export const standing: Outside = {
  async open() {
    return [...new Set((await contexts()).map(({ tabId }) => tabId))];
  },
  call(tabs) {
    // Two calls in a row are told as two only where their values differ.
    const called = { tabs, call: crypto.randomUUID() };
    browser.storage.session.set({ [CALLED]: called }).catch(reported('services.standing', undefined));
  },
};

/** The documents in which a sidebar is, as frames.ts names them. */
export async function documents(): Promise<string[]> {
  return (await contexts()).map(({ documentId, tabId, frameId }) => documentId ?? `${tabId}/${frameId}`);
}

async function contexts() {
  // Frames in a tab are contexts of the type TAB too. Only the path tells: what getURL gives for the sidebar is its secret
  // address, and a context has the lasting one (tried in Chromium).
  const all = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return all.filter(({ documentUrl }) => pathOf(documentUrl) === '/sidebar.html');
}

const pathOf = (url: string | undefined) =>
  url !== undefined && URL.canParse(url) ? new URL(url).pathname : null;
