// What our pages do without: the browser's calls that hand one page of an extension the windows of the others.

/** As the browser names them, under `chrome` and `browser`; of Firefox's background page there is a window as well. */
const WINDOWS = [['extension'], ['runtime', 'getBackgroundPage']] as const;
const NAMES = ['chrome', 'browser'] as const;

/**
 * Takes them from the page it runs in. Chromium fills `chrome` and `browser` again when the extension's permissions
 * change, and makes a new one where there is none: so both names, and what was taken, are held as they are.
 */
export function standAlone(): void {
  for (const path of WINDOWS) takeAway(path);
  for (const name of NAMES) hold(globalThis, name, Reflect.get(globalThis, name));
}

type Calls = Readonly<Record<string, unknown>>;

/**
 * Leaves the page these parts of the browser's calls, as they are given here, and no other; of `runtime`, which tells
 * whether we are still there, these calls and what is named. Nothing is added later, as the browser does when the
 * permissions change. To be called before any other code of the page runs: whoever gets at its window or at a module of
 * it then finds no more.
 */
export function keepOnly(calls: Calls, named: readonly string[], parts: Calls): void {
  for (const name of NAMES) {
    const api: unknown = Reflect.get(globalThis, name);
    if (typeof api !== 'object' || api === null) continue;
    const runtime = held(api, 'runtime');
    // Which call of these stands there is the page's own affair: it leads no further than they do.
    if (typeof runtime === 'object' && runtime !== null) close(runtime, calls, named, true);
    close(api, parts, ['runtime'], false);
  }
}

/** It has these values and what is named, and is given no other. */
function close(owner: object, values: Calls, named: readonly string[], own: boolean): void {
  for (const name of [...Object.getOwnPropertyNames(owner), ...Object.keys(values)]) {
    if (named.includes(name)) continue;
    Reflect.deleteProperty(owner, name);
    hold(owner, name, values[name], own && Object.hasOwn(values, name));
  }
  Object.preventExtensions(owner);
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

/** From now on it is this, and neither script nor the browser puts anything else there, unless it is `writable`. */
function hold(owner: object, name: string, value: unknown, writable = false): void {
  Reflect.defineProperty(owner, name, { value, writable, configurable: false });
}

function held(api: unknown, name: string): unknown {
  return typeof api === 'object' && api !== null ? Reflect.get(api, name) : undefined;
}
