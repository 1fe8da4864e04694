// The sidebar's way to the real background: its line, and when the page takes that up again.

import { browser } from 'wxt/browser';
import type { Backend } from '@/components/sidebar/store/backend';
import { reported } from '@/lib/diagnostics/report';
import { contextAlive, isLost, lost, send } from '@/lib/protocol/client';
import { createLine } from '@/lib/protocol/line';
import { CALLED, PORT } from '@/lib/protocol/port';
import { askAgain } from './ask-again';

const line = createLine({
  connect: () => browser.runtime.connect({ name: PORT }),
  alive: contextAlive,
  later: (run, ms) => void setTimeout(run, ms),
});

/** What the rep does that may follow on a rest: the page must be up to date before they read it. */
const USES = ['focus', 'pointerdown', 'keydown'] as const;

/** Whether a call is for this tab; for any where it can't be said. No schema library is brought into the page for it. */
function isCalled(called: unknown, own: number | undefined): boolean {
  if (typeof called !== 'object' || called === null || !('tabs' in called)) return false;
  const { tabs } = called;
  return Array.isArray(tabs) && (own === undefined || tabs.includes(own));
}

export const backend: Backend = {
  // First the line: what the answer brings along is pushed.
  send: askAgain({ send, take: line.take, dropped: line.dropped, lost, isLost }),
  listen(hearing) {
    const stop = line.listen(hearing);
    const over = new AbortController();
    const { signal } = over;
    for (const use of USES) window.addEventListener(use, line.take, { capture: true, signal });
    const seen = () => document.visibilityState === 'visible' && line.take();
    document.addEventListener('visibilitychange', seen, { signal });
    const tab = browser.tabs.getCurrent().then((own) => own?.id);
    // A message would reach every page of ours, with all that they say to the background. This is a number.
    const heard = async (changes: Record<string, { newValue?: unknown }>) => {
      const own = await tab.catch(reported('page.tab', undefined));
      if (isCalled(changes[CALLED]?.newValue, own)) line.called();
    };
    browser.storage.session.onChanged.addListener(heard);
    return () => {
      over.abort();
      browser.storage.session.onChanged.removeListener(heard);
      stop();
    };
  },
};
