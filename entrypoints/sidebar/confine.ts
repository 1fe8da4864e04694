// What the sidebar's frame does without: a way to other windows of ours. Its links are opened by the browser instead.
import { browser } from 'wxt/browser';
import { hearNoMore, standAlone } from '@/lib/alone';

/**
 * The frame may open no window (its sandbox, lib/page/panel.ts), so a press on a link asks the browser for a tab, which
 * knows nothing of us. What would hand our other pages' windows to any script here is taken away, and so is what would
 * let it hear their messages to the background: it listens to none.
 */
export function confine(): void {
  standAlone();
  hearNoMore();
  for (const event of ['click', 'auxclick'] as const) document.addEventListener(event, follow, true);
}

/** The left button and Enter, or the middle one, which leaves the tab in front where it is. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button > 1) return;
  event.preventDefault();
  if (link.protocol !== 'https:') return;
  const behind = event.button === 1 || event.ctrlKey || event.metaKey;
  void browser.tabs.create({ url: link.href, active: !behind });
}
