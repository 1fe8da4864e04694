// What stands around every page: the bar with the objects, the console's tabs, the place for the page itself, the keys.
import { el } from '../../../hubspot/pages/client/el';
import { org } from './data';
import type { Tabs } from './tabs';

export const lists = [
  { object: 'Lead', label: 'Leads', key: 'l' },
  { object: 'Contact', label: 'Contacts', key: 'c' },
  { object: 'Account', label: 'Accounts', key: 'a' },
  { object: 'Opportunity', label: 'Opportunities', key: 'o' },
];
export const listPath = (object: string) => `/lightning/o/${object}/list?filterName=Recent`;

export function frame(tabs: Tabs, help: () => void): { main: HTMLElement; mark(object: string): void } {
  const main = el('main', { id: 'page', tabindex: '-1' });
  const links = lists.map((list) =>
    el('a', { href: listPath(list.object), 'data-type': list.object }, list.label),
  );
  const home = el('a', { href: '/lightning/page/home', 'data-type': 'home' }, 'Home');
  const mode = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      id: 'console',
      click: () => {
        tabs.toggle();
        mode.setAttribute('aria-pressed', String(tabs.on));
        dispatchEvent(new PopStateEvent('popstate'));
      },
    },
    'Tabs',
  );
  mode.setAttribute('aria-pressed', String(tabs.on));
  document.body.append(
    el(
      'header',
      { class: 'bar sf' },
      el('span', { class: 'brand' }, 'Sales'),
      el('nav', { 'aria-label': 'Objects' }, home, ...links),
      el('span', { class: 'portal' }, `${document.body.dataset.orgName ?? ''} · ${org}`),
      mode,
      el('button', { type: 'button', class: 'quiet', click: help, title: 'Keys (?)' }, 'Keys'),
    ),
    tabs.element,
    main,
  );
  return {
    main,
    mark(object) {
      for (const link of [...links, home]) {
        if (link.dataset.type === object) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
    },
  };
}

export function helpDialog(): HTMLDialogElement {
  const rows: [string, string][] = [
    ['n', 'New note on a record'],
    ...lists.map(({ key, label }): [string, string] => [`g ${key}`, label]),
    ['j k Enter', 'Move in a list, open'],
    ['/', 'Search in a list'],
    ['?', 'These keys'],
  ];
  const list = rows.flatMap(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)]);
  const dialog = el(
    'dialog',
    { id: 'help', 'aria-label': 'Keys' },
    el('h2', {}, 'Keys'),
    el('dl', {}, ...list),
  );
  dialog.append(el('button', { type: 'button', click: () => dialog.close() }, 'Close'));
  document.body.append(dialog);
  return dialog;
}

/** The CRM's own keyboard shortcuts; each use is left on the body for tests. `page` gets what the frame doesn't know. */
export function shortcuts(
  dialog: HTMLDialogElement,
  go: (path: string) => void,
  page: (key: string) => boolean,
) {
  let went = false;
  document.addEventListener('keydown', (event) => {
    const target = event.target;
    const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (!handled(event.key)) return;
    event.preventDefault();
    document.body.dataset.lastShortcut = event.key;
  });

  function handled(key: string): boolean {
    const list = went ? lists.find((item) => item.key === key) : undefined;
    went = false;
    if (list) go(listPath(list.object));
    else if (key === 'g') went = true;
    else if (key === '?') dialog.showModal();
    else return page(key);
    return true;
  }
}
