// How long a content script lives: until its extension is updated, reloaded or removed under the open page.
import { browser } from 'wxt/browser';

declare global {
  /** The browser's Navigation API, of which only events are used; older browsers lack it. */
  var navigation: EventTarget | undefined;
}

/** `signal` aborts once the end is noticed, which is when someone asks; nothing polls. */
export function createLife() {
  const end = new AbortController();
  const { signal } = end;
  return {
    signal,
    alive(): boolean {
      // The browser takes the id away from a script whose extension is gone.
      if (!browser.runtime?.id) end.abort();
      return !signal.aborted;
    },
    /** Only what the browser itself reports: a page can send any event by any name, and is not heard. */
    on(target: EventTarget | undefined, type: string, listener: (event: Event) => void): void {
      target?.addEventListener(type, (event) => event.isTrusted && listener(event), {
        capture: true,
        signal,
      });
    },
  };
}

export type Life = ReturnType<typeof createLife>;
