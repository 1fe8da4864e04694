// The launcher and the frame on a CRM page: our own elements only, in a closed shadow root of one host element.
import { browser } from 'wxt/browser';
import type { Layout, PageChange } from '@/lib/layout';
import { vouch } from './ask';
import { draggable } from './drag';
import type { Life } from './life';
import { createRoom } from './room';
import { CSS } from './style';

export type Panel = {
  /** Stands as told. `focus`: opened or closed by the rep just now, so that the keyboard goes along. */
  show(layout: Layout, focus: boolean): void;
  /** The launcher is there on record pages, while the sidebar is closed. */
  onRecord(record: boolean): void;
  focusPage(): void;
  /** Takes the keyboard into an open sidebar that doesn't have it; false where there is nothing to take. */
  take(): boolean;
  /** A fresh frame, after the page came back from the back-forward cache. */
  reload(): void;
};

/** Width under which the page isn't squeezed any further: the sidebar then lies over it. */
const LEAST_PAGE = 480;
const [LEAST, MOST] = [280, 560];
const NAME = 'stagecheck-sidebar';

export function createPanel(layout: Layout, change: (by: PageChange) => void, life: Life): Panel {
  let record = false;
  let before: Element | null = null;
  let frame: HTMLIFrameElement | null = null;
  /** Until when the rep's own key or click has the keyboard go into the frame: used once, so no reload takes it again. */
  let wanted = 0;
  /** How many keys and presses there had been in the page by then; null: in that very moment. */
  let asked: number | null = null;
  /** The frame's page is there. */
  let loaded = false;

  const page = document.documentElement;
  const room = createRoom(page);
  const make = document.createElement.bind(document);
  // No element with a name of our own: a page that defines such a name is given the closed root by the browser.
  const host = make('div');
  host.id = NAME;
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  shadow.adoptedStyleSheets = [sheet];
  const box = shadow.appendChild(make('div'));
  const launcher = box.appendChild(make('button'));
  const handle = box.appendChild(make('i'));

  launcher.ariaLabel = 'Stagecheck';
  launcher.title = 'Stagecheck (Alt+Q)';
  Object.assign(handle, {
    tabIndex: 0,
    role: 'separator',
    ariaOrientation: 'vertical',
    ariaLabel: 'Stagecheck: width',
    ariaValueMin: LEAST,
    ariaValueMax: MOST,
  });

  /** The launcher's middle, as a part of the window's height. */
  const lift = (y: number) => place({ launcherY: between(0, y, 1) });
  const dragged = draggable(launcher, {
    move: (_, y) => lift(y / innerHeight),
    step: (_, y) => lift(height() + y * 0.03),
    done: () => change({ launcherY: height() }),
  });
  launcher.onclick = ({ isTrusted }) => !isTrusted || dragged() || change({ open: true });

  const widen = (width: number) => place({ width: between(LEAST, Math.round(width), MOST) });
  const left = () => layout.side === 'left';
  draggable(handle, {
    // The middle of the handle, 8 px wide, lies 4 px beside the frame.
    move: (x) => widen((left() ? x : innerWidth - x) - 4),
    step: (x) => widen(layout.width + (left() ? x : -x) * 16),
    done: () => change({ width: layout.width }),
  });

  function height(): number {
    return layout.launcherY ?? 0.5;
  }

  function place(by: Partial<Layout>): void {
    layout = { ...layout, ...by };
    draw();
  }

  function draw(): void {
    const { open, side, mode, compact } = layout;
    const width = compact ? 56 : layout.width;
    box.dir = left() ? 'rtl' : 'ltr';
    box.style.cssText = `--w:${width}px;--y:${height() * 100}%`;
    launcher.hidden = open || !record;
    handle.hidden = !open || !!compact;
    handle.ariaValueNow = `${width}`;
    if (open && !frame) {
      frame = make('iframe');
      frame.title = 'Stagecheck';
      // No windows: one that it opened on our console, or on about:blank, would be its own to read and use.
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
      frame.src = browser.runtime.getURL('/sidebar.html');
      frame.onload = () => {
        loaded = true;
        enter();
      };
      box.prepend(frame);
    } else if (!open) drop();
    if (open && mode === 'push' && innerWidth - width >= LEAST_PAGE) room.make(side, width);
    else room.giveBack();
  }

  function drop(): void {
    frame?.remove();
    frame = null;
    loaded = false;
  }

  /**
   * Gives the frame the keyboard that the rep asked for, as soon as its page is there: one that had the keyboard before
   * that loses it on loading. The frame is told whose act it was; for any other focus it waits before a key counts.
   */
  function enter(): void {
    if (performance.now() > wanted || !loaded) return;
    wanted = 0;
    if (asked !== null && asked !== acts()) return;
    frame?.blur();
    frame?.focus();
    void vouch();
  }

  /**
   * A page that keeps the frame from loading gets no say in when the keyboard goes there: not after ten seconds, and not
   * once the rep has pressed anything else. The press that asks for it is counted once all have heard of it.
   */
  function want(it: boolean): void {
    wanted = it ? performance.now() + 10_000 : 0;
    asked = null;
    setTimeout(() => {
      asked = acts();
    });
  }

  function focusPage(): void {
    wanted = 0;
    frame?.blur();
    focus();
    if (before === host) launcher.focus();
    else if (before instanceof HTMLElement) before.focus();
  }

  // Only the document's own children are watched: a page that replaces them, or moves us elsewhere, takes us along.
  const watch = new MutationObserver(() => {
    if (host.parentNode !== document.documentElement && life.alive()) document.documentElement.append(host);
  });
  for (const parent of [document, page]) watch.observe(parent, { childList: true });
  life.on(window, 'resize', draw);
  life.on(window, 'beforeprint', room.giveBack);
  life.on(window, 'afterprint', draw);
  life.signal.onabort = () => {
    watch.disconnect();
    room.giveBack();
    host.remove();
  };
  // What an older version of us left behind when it was updated under this page.
  document.getElementById(NAME)?.remove();
  page.append(host);
  draw();

  return {
    show(next, moved) {
      const was = layout.open;
      if (moved && next.open && !was) before = document.activeElement;
      if (moved) want(next.open);
      place(next);
      enter();
      if (moved && was && !next.open) focusPage();
    },
    onRecord(is) {
      record = is;
      draw();
    },
    focusPage,
    take() {
      if (!frame || document.activeElement === host) return false;
      before = document.activeElement;
      want(true);
      enter();
      return true;
    },
    reload() {
      drop();
      draw();
    },
  };
}

/** The rep's keys and presses in this page, as the browser counts them: a page can keep an event from us, not its number. */
const acts = () =>
  ['keydown', 'pointerdown'].reduce((sum, name) => sum + (performance.eventCounts.get(name) ?? 0), 0);

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
