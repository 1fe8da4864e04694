// The launcher and the frame on a CRM page: our own elements only, in a closed shadow root of one host element.
import { browser } from 'wxt/browser';
import type { Layout, PageChange } from '@/lib/protocol/layout';
import { createChannel } from './channel';
import { draggable } from './drag';
import type { Life } from './life';
import { createRoom } from './room';
import { stands } from './stands';
import { CSS } from './style';

export type Panel = {
  /**
   * Stands as told. `moved`: opened or closed by the rep, so that the keyboard goes along, as far as that was just now.
   * `age`: how long ago that was, in ms.
   */
  show(layout: Layout, moved: boolean, age?: number): void;
  /** The launcher is there on record pages, while the sidebar is closed. */
  onRecord(record: boolean): void;
  focusPage(): void;
  /** Takes the keyboard into an open sidebar that doesn't have it; false where there is nothing to take. */
  take(age: number): boolean;
  /** A fresh frame, after the page came back from the back-forward cache. */
  reload(): void;
};

/** Width under which the page isn't squeezed any further: the sidebar then lies over it. */
const LEAST_PAGE = 480;
const [LEAST, MOST] = [280, 560];
const NAME = 'stagecheck-sidebar';
/** In ms: a page can keep an act of the rep's from us for as long as it is busy, and have them type elsewhere meanwhile. */
const JUST_NOW = 1000;

export function createPanel(
  layout: Layout,
  change: (by: PageChange, age?: number) => void,
  life: Life,
): Panel {
  let record = false;
  let before: Element | null = null;
  let frame: HTMLIFrameElement | null = null;
  /** Until when it counts as the rep's own act that the keyboard is in a frame which is still loading. */
  let wanted = 0;
  /** The frame's page is there. */
  let loaded = false;

  let page = document.documentElement;
  let room = createRoom(page);
  const make = document.createElement.bind(document);
  // No element with a name of our own: a page that defines such a name is given the closed root by the browser.
  const host = make('div');
  host.id = NAME;
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  shadow.adoptedStyleSheets = [sheet];
  const box = shadow.appendChild(make('div'));
  box.popover = 'manual';
  const channel = createChannel(() => stands(host, box));
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
  launcher.onclick = ({ isTrusted, timeStamp }) =>
    !isTrusted || dragged() || change({ open: true }, performance.now() - timeStamp);

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
    launcher.style.top = `clamp(4px,${height() * 100}% - 24px,100% - 52px)`;
    handle.style.marginInlineEnd = `min(${width}px,100vw - 8px)`;
    launcher.hidden = open || !record;
    handle.hidden = !open || !!compact;
    handle.ariaValueNow = `${width}`;
    if (open && !frame) {
      frame = make('iframe');
      frame.title = 'Stagecheck';
      // No windows: one that it opened on our console, or on about:blank, would be its own to read and use.
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
      frame.src = browser.runtime.getURL('/sidebar.html');
      channel.prepare();
      frame.onload = arrive;
      box.prepend(frame);
    } else if (!open) drop();
    if (frame) frame.style.width = `${width}px`;
    if (open && mode === 'push' && innerWidth - width >= LEAST_PAGE) room.make(side, width);
    else room.giveBack();
  }

  function drop(): void {
    frame?.remove();
    frame = null;
    loaded = false;
  }

  /**
   * The keyboard goes to our frame in the very task of the rep's act, before its page is there. What the page lets them
   * type elsewhere until then is typed there.
   */
  function enter(age: number): void {
    wanted = 0;
    if (age > JUST_NOW) return;
    frame?.focus();
    if (loaded) channel.entered();
    else wanted = performance.now() + 10_000;
  }

  /** The frame's page is there. The keyboard is kept, where it still is with us, and never taken: on loading a frame loses it. */
  function arrive(): void {
    if (!frame) return;
    loaded = true;
    void channel.meet(frame);
    if (document.activeElement !== host || performance.now() > wanted) return;
    wanted = 0;
    frame.blur();
    frame.focus();
    channel.entered();
  }

  function focusPage(): void {
    wanted = 0;
    frame?.blur();
    focus();
    if (before === host) launcher.focus();
    else if (before instanceof HTMLElement) before.focus();
  }

  // Only the document's own children are watched: a page that replaces them, or moves us elsewhere, takes us along.
  const watch = new MutationObserver(home);
  function home(): void {
    const root = document.documentElement;
    if (!life.alive()) return;
    // Any other kind of root may show what is in it by a box of its own, or of its shadow tree.
    if (!(root instanceof HTMLHtmlElement)) {
      host.remove();
      return;
    }
    if (root !== page) {
      room.giveBack();
      page = root;
      room = createRoom(page);
      look();
      draw();
    }
    if (host.parentNode !== root) root.append(host);
    box.showPopover();
  }
  function look(): void {
    watch.disconnect();
    for (const parent of [document, page]) watch.observe(parent, { childList: true });
  }
  look();
  life.on(window, 'resize', draw);
  life.on(window, 'beforeprint', () => room.giveBack());
  life.on(window, 'afterprint', draw);
  life.signal.onabort = () => {
    watch.disconnect();
    room.giveBack();
    host.remove();
  };
  // What an older version of us left behind when it was updated under this page.
  document.getElementById(NAME)?.remove();
  home();
  draw();

  return {
    show(next, moved, age = 0) {
      const was = layout.open;
      if (moved && next.open && !was) before = document.activeElement;
      place(next);
      if (moved && next.open) enter(age);
      if (moved && was && !next.open) focusPage();
    },
    onRecord(is) {
      record = is;
      draw();
    },
    focusPage,
    take(age) {
      if (!frame || document.activeElement === host) return false;
      before = document.activeElement;
      enter(age);
      return true;
    },
    reload() {
      drop();
      draw();
    },
  };
}

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
