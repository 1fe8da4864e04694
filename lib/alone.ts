// What our pages do without: the browser's calls that hand one page of an extension the windows of the others.

/** As the browser names them, under `chrome` and `browser`; of Firefox's background page there is a window as well. */
const WINDOWS = [['extension'], ['runtime', 'getBackgroundPage']] as const;
/** What brings a page the messages that others send to the background, keys that were pasted among them. */
const HEARING = [
  ['runtime', 'onMessage'],
  ['runtime', 'onConnect'],
] as const;
const NAMES = ['chrome', 'browser'] as const;

/**
 * Takes them from the page it runs in. Chromium fills `chrome` and `browser` again when the extension's permissions
 * change, and makes a new one where there is none: so both names, and what was taken, are held as they are.
 */
export function standAlone(): void {
  for (const path of WINDOWS) takeAway(path);
  for (const name of NAMES) hold(globalThis, name, Reflect.get(globalThis, name));
}

/** Takes from the page what it could hear of messages. Who listens already goes on hearing. */
export function hearNoMore(): void {
  for (const path of HEARING) takeAway(path);
}

function takeAway([first, second]: readonly [string, string?]): void {
  for (const name of NAMES) {
    const api: unknown = Reflect.get(globalThis, name);
    const owner: unknown = second === undefined ? api : held(api, first);
    if (typeof owner !== 'object' || owner === null) continue;
    Reflect.deleteProperty(owner, second ?? first);
    hold(owner, second ?? first, undefined);
  }
}

/** From now on it is this, and neither script nor the browser puts anything else there. */
function hold(owner: object, name: string, value: unknown): void {
  Reflect.defineProperty(owner, name, { value, writable: false, configurable: false });
}

function held(api: unknown, name: string): unknown {
  return typeof api === 'object' && api !== null ? Reflect.get(api, name) : undefined;
}
