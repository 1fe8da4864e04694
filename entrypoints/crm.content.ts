// On a CRM page: the launcher and the frame. No React, no reading of the page; which record it is, its address says.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '@/lib/client';
import { locate } from '@/lib/crm/locate';
import type { PageCommand } from '@/lib/messages';
import { createPanel } from '@/lib/page/panel';
import type { Layout } from '@/lib/settings';

export default defineContentScript({
  matches: ['https://*.hubspot.com/*'],
  runAt: 'document_idle',
  async main(ctx) {
    if (!locate(location.href)) return;
    const hello = await send('page.hello', {});
    if (!hello.ok || ctx.isInvalid) return;
    let { layout } = hello.value;
    let toggledAt = 0;

    const panel = createPanel(layout, change);
    ctx.onInvalidated(panel.remove);
    const look = () => {
      // Asking tells whether the extension is still there; if not, the panel has just been removed.
      if (ctx.isValid) panel.onRecord((locate(location.href)?.role ?? 'none') !== 'none');
    };
    look();

    function change(by: Partial<Layout>): void {
      if (ctx.isInvalid) return;
      layout = { ...layout, ...by };
      panel.show(layout, 'open' in by);
      void send('page.layout', { layout: by });
    }

    function toggle(): void {
      toggledAt = performance.now();
      change({ open: !layout.open });
    }

    ctx.addEventListener(
      window,
      'keydown',
      (event) => {
        const { altKey, ctrlKey, metaKey, shiftKey } = event;
        // On a Mac, Option and Q type a ligature.
        if (!event.isTrusted || !altKey || ctrlKey || metaKey || shiftKey || !/^[qœ]$/i.test(event.key))
          return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!event.repeat) toggle();
      },
      { capture: true },
    );
    ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(look, 0));
    ctx.addEventListener(document, 'visibilitychange', look);
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) panel.reload();
    });

    const onCommand = (message: PageCommand) => {
      if (message.command === 'focus-page') panel.focusPage();
      // Where the browser gives one key press to the page and to us, it counts once.
      else if (message.command === 'toggle') performance.now() - toggledAt > 300 && toggle();
      else {
        const moved = message.layout.open !== layout.open;
        layout = message.layout;
        panel.show(layout, moved);
      }
    };
    browser.runtime.onMessage.addListener(onCommand);
    ctx.onInvalidated(() => browser.runtime?.onMessage.removeListener(onCommand));
  },
});
