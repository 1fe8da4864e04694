// The launcher and the frame on a CRM page: our own elements only, in a closed shadow root of one host element.
import { browser } from 'wxt/browser';
import type { Layout } from '@/lib/settings';
import { draggable } from './drag';
import { createRoom } from './room';
import { CSS } from './style';

export type Panel = {
  /** Stands as told. `focus`: opened or closed by the rep just now, so that the keyboard goes along. */
  show(layout: Layout, focus: boolean): void;
  /** The launcher is there on record pages, and wherever the sidebar is open. */
  onRecord(record: boolean): void;
  focusPage(): void;
  /** A fresh frame, after the page came back from the back-forward cache. */
  reload(): void;
  remove(): void;
};

/** Width under which the page isn't squeezed any further: the sidebar then lies over it. */
const LEAST_PAGE = 480;
const [LEAST, MOST] = [280, 560];

export function createPanel(first: Layout, change: (by: Partial<Layout>) => void): Panel {
  let layout = first;
  let record = false;
  let before: Element | null = null;
  let frame: HTMLIFrameElement | null = null;

  const root = document.documentElement;
  const room = createRoom(root);
  const host = document.createElement('stagecheck-sidebar');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  shadow.adoptedStyleSheets = [sheet];
  const box = shadow.appendChild(document.createElement('div'));
  const launcher = box.appendChild(document.createElement('button'));
  const handle = box.appendChild(document.createElement('i'));

  launcher.ariaLabel = 'Stagecheck';
  launcher.title = 'Stagecheck (Alt+Q)';
  handle.tabIndex = 0;
  handle.role = 'separator';
  handle.ariaOrientation = 'vertical';
  handle.ariaLabel = 'Stagecheck: width';
  handle.ariaValueMin = `${LEAST}`;
  handle.ariaValueMax = `${MOST}`;

  const dragged = draggable(launcher, {
    move: (_, y) => place({ launcherY: between(0, y / innerHeight, 1) }),
    step: (_, y) => place({ launcherY: between(0, (layout.launcherY ?? 0.5) + y * 0.03, 1) }),
    done: () => change({ launcherY: layout.launcherY ?? 0.5 }),
  });
  launcher.onclick = () => {
    if (!dragged()) change({ open: !layout.open });
  };
  draggable(handle, {
    move: (x) =>
      place({ width: between(LEAST, Math.round(layout.side === 'left' ? x : innerWidth - x), MOST) }),
    step: (x) =>
      place({ width: between(LEAST, layout.width + (layout.side === 'left' ? x : -x) * 16, MOST) }),
    done: () => change({ width: layout.width }),
  });

  function place(by: Partial<Layout>): void {
    layout = { ...layout, ...by };
    draw();
  }

  function draw(): void {
    const { open, side, mode, width, launcherY = 0.5 } = layout;
    box.dir = side === 'left' ? 'rtl' : 'ltr';
    box.style.cssText = `--w:${width}px;--edge:${open ? `min(${width}px,100vw - 28px)` : '0px'};--y:${launcherY * 100}%`;
    launcher.hidden = !open && !record;
    launcher.ariaExpanded = `${open}`;
    handle.hidden = !open;
    handle.ariaValueNow = `${width}`;
    if (open && !frame) {
      frame = document.createElement('iframe');
      frame.title = 'Stagecheck';
      frame.allow = '';
      frame.src = browser.runtime.getURL('/sidebar.html');
      box.prepend(frame);
    } else if (!open && frame) {
      frame.remove();
      frame = null;
    }
    if (open && mode === 'push' && innerWidth - width >= LEAST_PAGE) room.make(side, width);
    else room.giveBack();
  }

  function focusPage(): void {
    frame?.blur();
    window.focus();
    if (before === host) launcher.focus();
    else if (before instanceof HTMLElement && before.isConnected) before.focus();
  }

  // Only the document's own children are watched: a page that replaces its whole body takes us along with it.
  const watch = new MutationObserver(() => {
    if (!host.isConnected) document.documentElement.append(host);
  });
  watch.observe(document, { childList: true });
  watch.observe(root, { childList: true });
  const gone = new AbortController();
  const { signal } = gone;
  addEventListener('resize', draw, { signal });
  addEventListener('beforeprint', room.giveBack, { signal });
  addEventListener('afterprint', draw, { signal });
  root.append(host);
  draw();

  return {
    show(next, focus) {
      if (focus && next.open && !layout.open) before = document.activeElement;
      const closing = layout.open && !next.open;
      place(next);
      if (closing && focus) focusPage();
      else if (focus) frame?.focus();
    },
    onRecord(is) {
      record = is;
      draw();
    },
    focusPage,
    reload() {
      frame?.remove();
      frame = null;
      draw();
    },
    remove() {
      gone.abort();
      watch.disconnect();
      room.giveBack();
      host.remove();
    },
  };
}

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
