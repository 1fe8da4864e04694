// A sidebar's line to the background: let go while the worker rests, taken up again when the page is used, asks, or is called.
import { report } from '../diagnostics/report';
import type { Problem } from '../problem/problem';
import type { Push } from './messages';

/** As much of a browser port as is needed. */
export type LinePort = {
  onMessage: { addListener(heard: (push: Push) => void): void };
  onDisconnect: { addListener(gone: () => void): void };
  disconnect(): void;
};

export type Hearing = {
  onPush: (push: Push) => void;
  /** The line is up again after it was let go: what was pushed meanwhile is to be asked for. */
  back: () => void;
  /** Whether something is on its way whose outcome the rep waits for. */
  busy: () => boolean;
};

export type Line = {
  /** Hears until the returned function is called. */
  listen(hearing: Hearing): () => void;
  /** The page is seen, used, or about to ask something. */
  take(): void;
  /** The background has something for this page, and found no port to tell it over. */
  called(): void;
  /** Resolves when the port goes the next time: whatever the worker had in hand went with it. */
  dropped(): Promise<void>;
};

type Needs = {
  connect: () => LinePort;
  /** False once the extension was updated, reloaded or removed. */
  alive: () => boolean;
  later: (run: () => void, ms: number) => void;
};

const FIRST_WAIT_MS = 100;
/** The tries in a row that the page makes by itself: about six seconds. After that, it waits to be used or called. */
const MOST_TRIES = 6;

/**
 * The browser stops an idle worker, and with it goes the port. To connect again at once would start the next worker, and
 * so on for as long as the sidebar is open. So the line stays down, except where the worker died over something: it has
 * said nothing on this port yet, it called meanwhile, or something is on its way.
 */
export function createLine({ connect, alive, later }: Needs): Line {
  let hearing: Hearing | null = null;
  let port: LinePort | null = null;
  let been = false;
  let missed = false;
  let tries = 0;
  const waiting: (() => void)[] = [];

  function open(): void {
    if (!hearing || port) return;
    const fresh = alive() ? tryTo(connect) : null;
    if (!fresh) {
      outOfDate();
      return;
    }
    let heard = false;
    const again = been;
    port = fresh;
    been = true;
    fresh.onMessage.addListener((push) => {
      if (!hearing || port !== fresh) return;
      const first = !heard;
      heard = true;
      missed = false;
      // A worker that dies over the same thing again and again has not got on by saying where the tab is.
      if (push.push === 'submission') tries = 0;
      hearing.onPush(push);
      if (first && again) hearing.back();
    });
    fresh.onDisconnect.addListener(() => {
      if (port !== fresh) return;
      port = null;
      for (const tell of waiting.splice(0)) tell();
      later(() => dropped(heard), FIRST_WAIT_MS * 2 ** tries);
    });
  }

  function dropped(heard: boolean): void {
    if (!hearing || port) return;
    if (!alive()) {
      outOfDate();
      return;
    }
    const died = missed || !heard || hearing.busy();
    if (!died || tries >= MOST_TRIES) return;
    tries += 1;
    open();
  }

  function outOfDate(): void {
    hearing?.onPush({ push: 'problem', problem: outdated });
  }

  return {
    dropped: () => new Promise((resolve) => waiting.push(resolve)),
    listen(to) {
      hearing = to;
      open();
      return () => {
        hearing = null;
        port?.disconnect();
        port = null;
      };
    },
    take() {
      tries = 0;
      open();
    },
    called() {
      // It found no port of ours: the one that we hold may be a dead worker's, or not have got there yet.
      if (port) missed = true;
      else open();
    },
  };
}

/** null where the extension has gone in this very moment. */
function tryTo(connect: () => LinePort): LinePort | null {
  try {
    return connect();
  } catch (error) {
    report(error, 'page.line');
    return null;
  }
}

const outdated: Problem = {
  kind: 'unexpected',
  message: 'Stagecheck was updated or switched off. What you had saved is kept. Reload this page to go on.',
};
