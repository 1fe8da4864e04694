// What our pages do without: the browser's calls that hand one page of an extension the windows of the others.

/** As the browser names them, under `chrome` and `browser`; of Firefox's background page there is a window as well. */
const WINDOWS = [['extension'], ['runtime', 'getBackgroundPage']] as const;
/** What brings a page the messages that others send to the background, keys that were pasted among them. */
const HEARING = [
  ['runtime', 'onMessage'],
  ['runtime', 'onConnect'],
] as const;

/** Takes them from the page it runs in. The browser gives each once in a page's life, so nothing there gets it back. */
export function standAlone(): void {
  for (const path of WINDOWS) takeAway(path);
}

/** Takes from the page what it could hear of messages. Who listens already goes on hearing. */
export function hearNoMore(): void {
  for (const path of HEARING) takeAway(path);
}

function takeAway([first, second]: readonly [string, string?]): void {
  for (const name of ['chrome', 'browser']) {
    const api: unknown = Reflect.get(globalThis, name);
    const owner: unknown = second === undefined ? api : held(api, first);
    if (typeof owner === 'object' && owner !== null) Reflect.deleteProperty(owner, second ?? first);
  }
}

function held(api: unknown, name: string): unknown {
  return typeof api === 'object' && api !== null ? Reflect.get(api, name) : undefined;
}
