// What the browser wakes a worker for: answered at the front, or handed to the services, which are read then.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createErasures } from '@/lib/background/services/erasures';
import { createFrames } from '@/lib/background/services/frames';
import { createFront } from '@/lib/background/services/front';
import { createLayouts } from '@/lib/background/services/layout';
import { createMoves } from '@/lib/background/services/moves';
import { openPage, tellPage, toggle } from '@/lib/background/services/pages';
import { keepToOurselves } from '@/lib/background/services/shut';
import { createSidebars } from '@/lib/background/services/sidebars';
import { standing } from '@/lib/background/services/standing';
import { layoutItem } from '@/lib/background/storage/settings';
import { report, reported, reportUncaught } from '@/lib/diagnostics/report';
import { PORT } from '@/lib/protocol/port';
import { once } from '@/lib/util/lazy';

/** What can't be read then is told to whoever asks for it next. */
const unread = reported('worker.services', undefined);
/** Whatever a worker was started for, what waits is gone over: after the first answer, which somebody waits for. */
const SOON_MS = 200;

export default defineBackground(() => {
  reportUncaught(globalThis, 'worker.uncaught');
  const self = { id: browser.runtime.id, base: browser.runtime.getURL('/') };
  const sidebars = createSidebars(standing);
  const frames = createFrames(() => browser.storage.session);
  const erasures = createErasures(() => browser.storage.session);
  const layouts = createLayouts({ item: layoutItem, sidebars, tellPage });
  const services = once(async () => {
    const { createServices } = await import('@/lib/background/services/services');
    return createServices({ self, frames, erasures, sidebars, layouts, left: () => void moves.settle() });
  });
  const moves = createMoves({
    updates: browser.tabs.onUpdated,
    open: sidebars.open,
    moved: (tab, url) => void services().then((all) => all.moved(tab, url), unread),
  });
  // Who listens only later misses the very event that woke the worker: these must not.
  moves.listen();
  const front = createFront({
    self,
    frames,
    erasures,
    layout: layouts.remembered,
    wake: () => setTimeout(() => void services().then((all) => all.wake('online'), unread), SOON_MS),
    route: async () => (await services()).route,
  });
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    void front.answer(message, sender).then(reply);
    return true;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT || !port.sender) return port.disconnect();
    moves.listen();
    front
      .admit(port.sender)
      .then(async (from) => (from ? (await services()).connect(port, from) : port.disconnect()))
      .catch((error: unknown) => {
        report(error, 'worker.connect');
        port.disconnect();
      });
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    keepToOurselves();
    if (reason === 'install') void openPage('welcome');
  });
  // The start of the browser is to start a worker: a session's first one goes on with everything.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'toggle-sidebar') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await toggle(tab);
  });
  setTimeout(() => {
    void moves.settle();
    void services().catch(unread);
  }, SOON_MS);
});
