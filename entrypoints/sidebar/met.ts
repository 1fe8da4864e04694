// How the frame comes to know that our content script put it there, and the line that it has with it from then on.
import { ENTERED } from '@/lib/protocol/port';

/** What the frame has of the script that put it there. No page has a part in it. */
export type Keeper = {
  /** Whether our element is in its place and drawn as it is. null: nobody answered in time, as in a page that is busy. */
  stands(): Promise<boolean | null>;
  /** Hears each time that the rep's own key or click has brought the keyboard here. */
  onEntered(tell: () => void): void;
};

/** In ms: a page that lets nobody answer for longer has been busy for longer than anyone works beside. */
const ANSWER_MS = 2000;
/** A page that made the frame itself may send as many words as it likes: it knows none, and is not listened to for long. */
const MOST_WORDS = 20;

/**
 * Resolves with the first who says a word that the background expected. To be called before the frame has loaded: the
 * word comes right after that. Never resolves in a frame that the page made.
 */
export function meet(isExpected: (word: string) => Promise<boolean>): Promise<Keeper> {
  return new Promise((resolve) => {
    let trying: Promise<unknown> = Promise.resolve();
    let words = 0;
    const over = new AbortController();
    window.addEventListener('message', heard, { signal: over.signal });

    function heard({ source, data, ports }: MessageEvent<unknown>): void {
      const [port] = ports;
      if (source !== window.parent || typeof data !== 'string' || !port) return;
      words += 1;
      if (words >= MOST_WORDS) over.abort();
      trying = trying.then(async () => {
        if (!(await isExpected(data))) return;
        over.abort();
        resolve(keeperAt(port));
      });
    }
  });
}

function keeperAt(port: MessagePort): Keeper {
  const waiting = new Map<number, (stands: boolean) => void>();
  const listeners = new Set<() => void>();
  let asked = 0;

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === ENTERED) for (const tell of listeners) tell();
    else if (Array.isArray(data)) waiting.get(Number(data[0]))?.(data[1] === true);
  };

  return {
    onEntered: (tell) => void listeners.add(tell),
    stands() {
      const number = ++asked;
      return new Promise<boolean | null>((resolve) => {
        const late = setTimeout(() => settle(null), ANSWER_MS);
        const settle = (stands: boolean | null) => {
          clearTimeout(late);
          waiting.delete(number);
          resolve(stands);
        };
        waiting.set(number, settle);
        port.postMessage(number);
      });
    },
  };
}
