// On a CRM page: the launcher and the frame. No React, no reading of the page; which record it is, its address says.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { glance } from '@/lib/crm/glance';
import { hello, remember } from '@/lib/page/ask';
import { createLife } from '@/lib/page/life';
import { createPanel } from '@/lib/page/panel';
import type { PageChange } from '@/lib/protocol/layout';
import type { Told } from '@/lib/protocol/messages';

export default defineContentScript({
  matches: ['https://*.hubspot.com/*'],
  runAt: 'document_idle',
  async main() {
    if (glance(location.href) === null) return;
    const remembered = await hello();
    if (!remembered) return;
    let layout = remembered;
    /** Never: a page that is there within 300 ms is told to take the keyboard sooner than that. */
    let toggledAt = Number.NEGATIVE_INFINITY;
    const life = createLife();
    const panel = createPanel(layout, change, life);

    function look(): void {
      if (life.alive()) panel.onRecord(glance(location.href) === true);
    }

    function change(by: PageChange, age = 0): void {
      if (!life.alive()) return;
      layout = { ...layout, ...by };
      panel.show(layout, 'open' in by, age);
      void remember(by);
    }

    /** By key, an open sidebar without the keyboard is entered first: the rep wants to answer, not to close it. */
    function toggle(key: boolean, age: number): void {
      toggledAt = performance.now();
      if (!(key && panel.take(age))) change({ open: !layout.open }, age);
    }

    look();
    life.on(globalThis.navigation, 'currententrychange', look);
    life.on(document, 'visibilitychange', look);
    life.on(window, 'pageshow', (event) => {
      if (event instanceof PageTransitionEvent && event.persisted && life.alive()) panel.reload();
    });
    life.on(window, 'keydown', (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      // On a Mac, Option and Q type a ligature.
      const { altKey, ctrlKey, metaKey, shiftKey, key, repeat } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || !/^[qœ]$/i.test(key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!repeat) toggle(true, performance.now() - event.timeStamp);
    });
    browser.runtime.onMessage.addListener((message: Told) => {
      const age = Math.abs(Date.now() - message.at);
      if (message.command === 'focus-page') panel.focusPage();
      else if (message.command === 'layout') {
        const moved = message.layout.open !== layout.open;
        layout = message.layout;
        panel.show(layout, moved, age);
      }
      // Where the browser gives one key press to the page and to us, it counts once.
      else if (performance.now() - toggledAt > 300) toggle(message.key, age);
    });
  },
});
