// Which page an address means: Lightning's own paths, console tabs, and the older addresses with a hash.
export type Route =
  | { kind: 'list'; object: string }
  | { kind: 'record'; object: string; id: string; parent: string | null }
  | { kind: 'other'; title: string };

const ID = '([0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?)';

export function routeOf(url: URL): Route {
  const ws = url.searchParams.get('ws');
  const parent = ws?.startsWith('/lightning/r/') ? ws : null;
  const record = new RegExp(`^/lightning/r/(\\w+)/${ID}/`).exec(url.pathname);
  if (record?.[1] && record[2]) return { kind: 'record', object: record[1], id: record[2], parent };
  const bare = new RegExp(`^/lightning/r/${ID}/`).exec(url.pathname);
  if (bare?.[1]) return { kind: 'record', object: 'any', id: bare[1], parent };
  const list = /^\/lightning\/o\/(\w+)/.exec(url.pathname);
  if (list?.[1]) return { kind: 'list', object: list[1] };
  if (url.pathname.startsWith('/one/one.app')) return hashRoute(url.hash.slice(1));
  return { kind: 'other', title: url.pathname.includes('setup') ? 'Setup' : 'Home' };
}

function hashRoute(hash: string): Route {
  const old = new RegExp(`^/sObject/${ID}/`).exec(hash);
  if (old?.[1]) return { kind: 'record', object: 'any', id: old[1], parent: null };
  try {
    const id = JSON.parse(atob(decodeURIComponent(hash))).attributes.recordId;
    if (typeof id === 'string') return { kind: 'record', object: 'any', id, parent: null };
  } catch {
    // Not an address of a record.
  }
  return { kind: 'other', title: 'Home' };
}

/** Goes to a page of the CRM by pushState; `show` is called for this and for back, forward and a changed hash. */
export function navigation(show: () => void, within: (path: string) => string) {
  addEventListener('popstate', show);
  addEventListener('hashchange', show);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[href^="/"]');
    if (!(link instanceof HTMLAnchorElement) || link.target) return;
    event.preventDefault();
    // A link inside a record opens in a tab under it while the console is on.
    go(link.closest('.record') ? within(link.pathname + link.search) : link.pathname + link.search);
  });
  return go;

  function go(path: string) {
    history.pushState(null, '', path);
    scrollTo(0, 0);
    show();
  }
}
