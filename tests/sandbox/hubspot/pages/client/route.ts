// Which page an address means, and going there without a load.
export type Route =
  | { kind: 'list'; type: string }
  | { kind: 'record'; type: string; id: string }
  | { kind: 'other'; title: string };

const legacy: Record<string, string> = { contact: '0-1', company: '0-2', deal: '0-3' };

export function routeOf(path: string): Route {
  const record = /^\/contacts\/\d+\/record\/(\d+-\d+)\/(\d+)/.exec(path);
  if (record?.[1] && record[2]) return { kind: 'record', type: record[1], id: record[2] };
  const old = /^\/contacts\/\d+\/(contact|company|deal)\/(\d+)/.exec(path);
  if (old?.[1] && old[2]) return { kind: 'record', type: legacy[old[1]] ?? '', id: old[2] };
  const list = /^\/contacts\/\d+\/objects\/(\d+-\d+)/.exec(path);
  if (list?.[1]) return { kind: 'list', type: list[1] };
  return { kind: 'other', title: path.startsWith('/reports') ? 'Reports' : 'Page' };
}

export const listPath = (portal: string, type: string) =>
  `/contacts/${portal}/objects/${type}/views/all/list`;

/** Goes to a page of the CRM by pushState; `show` is called for this and for back and forward. */
export function navigation(show: () => void) {
  addEventListener('popstate', show);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[href^="/"]');
    if (!(link instanceof HTMLAnchorElement) || link.target) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  return go;

  function go(path: string) {
    history.pushState(null, '', path);
    show();
  }
}
