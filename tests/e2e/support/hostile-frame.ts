// What a hostile page does with frames and with the look of itself, as functions that run in the page itself.

/** Frames an address by itself, over everything; resolves once it has loaded. */
export async function frameIt(address: string): Promise<void> {
  const made = document.createElement('iframe');
  made.id = 'made';
  made.style.cssText = 'position:fixed;left:0;top:0;width:400px;height:700px;z-index:99999';
  const loaded = new Promise((resolve) => {
    made.onload = resolve;
  });
  made.src = address;
  document.body.append(made);
  await loaded;
}

/** Posts words of its own making, each with a port, into the frame that it made. */
export function flood(count: number): void {
  const made = document.querySelector<HTMLIFrameElement>('#made');
  for (let at = 0; at < count; at += 1)
    made?.contentWindow?.postMessage(crypto.randomUUID(), '*', [new MessageChannel().port2]);
  made?.focus();
}

/** Lays styles over the whole page; '' takes them away. */
export function dress(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css === '' ? [] : [sheet];
}

/** A mask of the root that is there only while a frame is drawn: no script that runs between two frames finds it. */
export function maskWhileDrawn(image: string): void {
  const { style } = document.documentElement;
  const draw = () => {
    style.setProperty('mask-image', image, 'important');
    // As soon as the frame is drawn, and before anything else may run.
    void Reflect.get(window, 'scheduler').postTask(() => style.removeProperty('mask-image'), {
      priority: 'user-blocking',
    });
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}

/** Puts another root into the document, with all that was in the first. */
export function newRoot(): void {
  const old = document.documentElement;
  const root = document.createElement('html');
  root.append(...old.childNodes);
  document.replaceChild(root, old);
}

/**
 * Puts a root of another kind into the document, with all that was in the first, ours too, and masks what the root shows
 * its children in: a box of its shadow tree, or the one that the browser makes in <details>.
 */
export function otherRoot(kind: 'div' | 'details'): void {
  const host = document.querySelector('#stagecheck-sidebar');
  const old = document.documentElement;
  const root = document.createElement(kind);
  const look = 'position:absolute;inset:0;width:100vw;min-height:100vh;mask:linear-gradient(#0000,#0000)';
  root.append(...old.childNodes);
  if (kind === 'div') {
    const box = document.createElement('div');
    box.style.cssText = look;
    box.append(document.createElement('slot'));
    root.attachShadow({ mode: 'open' }).append(box);
  } else {
    root.setAttribute('open', '');
    root.prepend(document.createElement('summary'));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`details::details-content{${look}}`);
    document.adoptedStyleSheets = [sheet];
  }
  document.replaceChild(root, old);
  // Ours may be taken out of it; the page still has it.
  if (host) Object.assign(window, { putBack: () => root.append(host) });
}

/** Says of what style properties with these names are worth where nobody sets them anew. */
export function register(properties: Readonly<Record<string, string>>): void {
  for (const [name, initialValue] of Object.entries(properties))
    CSS.registerProperty({ name, syntax: '<length-percentage>', inherits: false, initialValue });
}

/** Takes our element into a box of its own. */
export function jail(): void {
  const host = document.querySelector('#stagecheck-sidebar');
  const box = document.body.appendChild(document.createElement('div'));
  box.id = 'jail';
  if (host) box.append(host);
}

/**
 * On the rep's Alt+Q: gives the keyboard to a frame of another host in it, and is busy for a while, so that ours comes
 * late. `first`: before our script hears of the key; else right behind it.
 */
export function stealKeys({ first, busy }: { first: boolean; busy: number }): void {
  const steal = () => {
    document.querySelector<HTMLIFrameElement>('#editor')?.focus();
    const until = performance.now() + busy;
    while (performance.now() < until);
    document.documentElement.dataset.stolen = 'yes';
  };
  const heard = ({ altKey, code }: KeyboardEvent) => {
    if (!altKey || code !== 'KeyQ' || document.documentElement.dataset.stolen === 'yes') return;
    if (first) steal();
    else setTimeout(steal);
  };
  addEventListener('keydown', heard, { capture: true });
}

/** A frame of another host in the page. */
export async function embed(address: string): Promise<void> {
  const editor = document.createElement('iframe');
  editor.id = 'editor';
  editor.style.cssText = 'position:fixed;left:0;bottom:0;width:300px;height:80px';
  const loaded = new Promise((resolve) => {
    editor.onload = resolve;
  });
  editor.src = address;
  document.body.append(editor);
  await loaded;
}
