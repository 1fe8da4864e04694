// What a hostile page tries against us, as functions that run in the page itself. Whatever it learns, it writes down.

/** Before the page's own scripts: listens in on the platform itself, and makes every shadow root open that it can. */
export function tap(): void {
  if (location.protocol !== 'https:') return;
  const heard: string[] = [];
  Object.assign(window, { heard });
  const say = String;
  const push = Array.prototype.push;
  const note = (value: unknown) => {
    try {
      if (typeof value === 'string') push.call(heard, value);
    } catch {
      // It goes on listening.
    }
  };
  const wrap = (owner: object, name: string) => {
    const before: unknown = Reflect.get(owner, name);
    if (typeof before !== 'function') return;
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      for (const arg of args) note(arg);
      const result: unknown = Reflect.apply(before, this, args);
      note(result);
      return result;
    });
  };
  wrap(JSON, 'parse');
  wrap(JSON, 'stringify');
  for (const name of ['push', 'map', 'join', 'includes']) wrap(Array.prototype, name);
  for (const name of ['then', 'catch']) wrap(Promise.prototype, name);
  for (const name of ['setAttribute', 'append', 'dispatchEvent']) wrap(Element.prototype, name);
  for (const name of ['pushState', 'replaceState']) wrap(history, name);
  for (const name of ['postMessage', 'fetch', 'open']) wrap(window, name);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    push.call(heard, `shadow root of ${this.localName}`);
    return root;
  };
  const create = document.createElement.bind(document);
  Reflect.set(document, 'createElement', (name: string, options?: ElementCreationOptions) => {
    note(`created ${name}`);
    return create(name, options);
  });
  for (const kind of ['message', 'keydown', 'keyup', 'keypress', 'input', 'click', 'paste', 'focusin'])
    addEventListener(
      kind,
      (event) => {
        const said = event instanceof MessageEvent ? JSON.stringify(event.data) : '';
        const key = event instanceof KeyboardEvent ? event.key : '';
        push.call(heard, `${kind} ${say(event.isTrusted)} ${key} ${said}`);
      },
      true,
    );
}

/** All that the page heard, and all that it can read of itself now. */
export function learned(): string {
  const entries = performance.getEntries().map(({ name }) => name);
  const heard: unknown = Reflect.get(window, 'heard');
  const { cookie, title, documentElement } = document;
  const { localStorage, sessionStorage } = window;
  return JSON.stringify([
    ...[heard, entries, cookie, title, location.href, history.state, String(getSelection())],
    ...[{ ...localStorage }, { ...sessionStorage }, documentElement.outerHTML, document.body.innerText],
  ]);
}

/** Speaks to us on every way that a page has; gives what came back. */
export async function knock({ id, names }: { id: string; names: string[] }): Promise<string[]> {
  const came: string[] = [];
  const messages = names.map((name) => ({ name, body: {} }));
  const runtime: unknown = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
  const send: unknown = Reflect.get(Object(runtime), 'sendMessage');
  const connect: unknown = Reflect.get(Object(runtime), 'connect');
  for (const message of messages) {
    window.postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('stagecheck', { detail: message }));
    for (let at = 0; at < window.length; at += 1) window[at]?.postMessage(message, '*');
    if (typeof send !== 'function') continue;
    for (const args of [[id, message], [message]]) {
      const answer: unknown = await new Promise((resolve) => {
        resolve(Reflect.apply(send, runtime, args));
      }).catch(String);
      came.push(String(JSON.stringify(answer)));
    }
  }
  if (typeof connect !== 'function') return came;
  for (const args of [[id, { name: 'sidebar' }], [{ name: 'sidebar' }]])
    try {
      const port = Object(Reflect.apply(connect, runtime, args));
      port.onMessage.addListener((pushed: unknown) => came.push(JSON.stringify(pushed)));
      await new Promise((resolve) => port.onDisconnect.addListener(resolve));
    } catch (error) {
      came.push(String(error));
    }
  return came;
}

/** Keys and clicks of its own making, at everything that might listen. */
export function press(): void {
  const host = document.querySelector('#stagecheck-sidebar, stagecheck-sidebar');
  const middle = document.elementFromPoint(innerWidth - 20, innerHeight / 2);
  const targets = [window, document, document.body, document.activeElement, host, middle];
  for (const target of targets) {
    for (const init of [{ key: 'q', altKey: true }, { key: 'Enter' }, { key: 'y' }, { key: '1' }])
      for (const kind of ['keydown', 'keypress', 'keyup'])
        target?.dispatchEvent(
          new KeyboardEvent(kind, { ...init, bubbles: true, composed: true, cancelable: true }),
        );
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'focus'])
      target?.dispatchEvent(new PointerEvent(kind, { bubbles: true, composed: true, button: 0 }));
    if (target instanceof HTMLElement) {
      target.focus();
      target.click();
    }
  }
}

/** Looks for a way into our element and our frame; gives each that it found. */
export function pry(): string[] {
  const ways: string[] = [];
  const host = document.querySelector('#stagecheck-sidebar, stagecheck-sidebar');
  if (host?.shadowRoot) ways.push('the shadow root is open');
  if (host && host.childNodes.length > 0) ways.push('the element has children');
  if (host && Object.keys(host).length > 0) ways.push(`the element carries ${Object.keys(host)}`);
  if (window.length > 0) ways.push('a window of ours is among the page’s frames');
  for (const frame of document.querySelectorAll('iframe, frame, object, embed')) ways.push(frame.outerHTML);
  const roots: unknown = Reflect.get(window, 'caught');
  if (Array.isArray(roots) && roots.some((root) => root !== null))
    ways.push('the element gave its root away');
  return ways;
}

/** Before our script: the page claims our element's name, and asks what it is given for its shadow root. */
export function claim(): void {
  if (location.protocol !== 'https:') return;
  const caught: (ShadowRoot | null)[] = [];
  Object.assign(window, { caught });
  customElements.define(
    'stagecheck-sidebar',
    class extends HTMLElement {
      readonly inside = this.attachInternals();
      connectedCallback() {
        caught.push(this.inside.shadowRoot);
        this.inside.shadowRoot?.querySelector('button')?.click();
      }
    },
  );
}

/** Frames each address in a frame of its own; gives what the page can read of each, '' for nothing. */
export async function frame(addresses: string[]): Promise<string[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const made = document.createElement('iframe');
      const loaded = new Promise((resolve) => {
        made.onload = resolve;
        made.onerror = resolve;
      });
      made.src = address;
      document.body.append(made);
      await loaded;
      try {
        return made.contentDocument?.documentElement.textContent ?? '';
      } catch {
        return '';
      }
    }),
  );
}

/** Takes our element away, or puts it where it isn't seen. */
export function move(how: 'remove' | 'into' | 'replace'): void {
  const host = document.querySelector('#stagecheck-sidebar');
  const corner = document.body.appendChild(document.createElement('div'));
  corner.style.cssText = 'opacity:0;width:1px;height:1px;overflow:hidden;transform:scale(0.01)';
  if (how === 'remove') host?.remove();
  else if (how === 'into' && host) corner.append(host);
  else host?.replaceWith(corner);
}

/** In a page: tries to read these addresses; gives each one that could be, '' for each that could not. */
export const fetchAll = (addresses: string[]): Promise<string[]> =>
  Promise.all(
    addresses.map((url) =>
      fetch(url).then(
        () => url,
        () => '',
      ),
    ),
  );
