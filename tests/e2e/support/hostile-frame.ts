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

/** Puts another root into the document, with all that was in the first. */
export function newRoot(): void {
  const old = document.documentElement;
  const root = document.createElement('html');
  root.append(...old.childNodes);
  document.replaceChild(root, old);
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
