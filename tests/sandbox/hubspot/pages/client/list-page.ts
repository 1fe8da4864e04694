// A list with search and pages; j and k move the marked row, Enter opens it.
import type { ListPage } from '../view';
import { readList } from './data';
import { el } from './el';

export type Shown = { refresh(): Promise<void>; key?(key: string): boolean };

export async function showList(
  main: HTMLElement,
  type: string,
  open: (path: string) => void,
  read = readList,
): Promise<Shown> {
  let page = 1;
  let marked = -1;
  let data: ListPage = await read(type, '', 1);
  const search = el('input', {
    type: 'search',
    placeholder: 'Search (/)',
    'aria-label': 'Search',
    id: 'search',
  });
  const table = el('div', { class: 'table' });
  const pager = el('div', { class: 'pager' });
  search.addEventListener('input', () => {
    page = 1;
    refresh();
  });

  async function refresh() {
    const query = search.value;
    const fresh = await read(type, query, page);
    // An answer to an older search is not shown over a newer one's.
    if (query !== search.value) return;
    data = fresh;
    draw();
  }

  function draw() {
    const head = el('tr', {}, ...data.columns.map((column) => el('th', { scope: 'col' }, column)));
    const rows = data.rows.map((row, index) =>
      el(
        'tr',
        { 'aria-selected': index === marked ? 'true' : 'false' },
        ...row.cells.map((cell, at) =>
          el(
            'td',
            {},
            at === 0 ? el('a', { href: row.path, dir: 'auto' }, cell) : el('span', { dir: 'auto' }, cell),
          ),
        ),
      ),
    );
    table.replaceChildren(el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)));
    const step = (by: number) => () => {
      page += by;
      marked = -1;
      refresh();
    };
    pager.replaceChildren(
      el('button', { type: 'button', click: step(-1), disabled: data.page <= 1 }, 'Previous'),
      el('span', {}, `${data.total} records · page ${data.page} of ${data.pages}`),
      el('button', { type: 'button', click: step(1), disabled: data.page >= data.pages }, 'Next'),
    );
  }

  main.replaceChildren(
    el(
      'section',
      { class: 'list' },
      el('div', { class: 'list-head' }, el('h1', {}, data.title), search),
      table,
      pager,
    ),
  );
  document.title = `${data.title} · CRM`;
  draw();
  return {
    refresh,
    key(key) {
      const row = data.rows[marked];
      if (key === 'Enter' && row) open(row.path);
      else if (key === '/') search.focus();
      else if (key === 'j' || key === 'k') {
        marked = Math.min(Math.max(marked + (key === 'j' ? 1 : -1), 0), data.rows.length - 1);
        draw();
      } else return false;
      return true;
    },
  };
}
