// What stands around every page: the bar on top with the lists, and the place for the page itself.
import { portal } from './data';
import { el } from './el';
import { listPath } from './route';

export const lists = [
  { type: '0-1', label: 'Contacts', key: 'c' },
  { type: '0-2', label: 'Companies', key: 'o' },
  { type: '0-3', label: 'Deals', key: 'd' },
  { type: '0-136', label: 'Leads', key: 'l' },
];

/** Puts the bar into the page; the answer is the element that pages are shown in. */
export function frame(help: () => void): { main: HTMLElement; mark(type: string): void } {
  const main = el('main', { id: 'page', tabindex: '-1' });
  const links = lists.map((list) =>
    el('a', { href: listPath(portal, list.type), 'data-type': list.type }, list.label),
  );
  const reports = el('a', { href: `/reports/${portal}`, 'data-type': 'reports' }, 'Reports');
  document.body.append(
    el(
      'header',
      { class: 'bar' },
      el('span', { class: 'brand' }, 'CRM'),
      el('nav', { 'aria-label': 'Records' }, ...links, reports),
      el('span', { class: 'portal' }, `${document.body.dataset.portalName ?? ''} · ${portal}`),
      el('button', { type: 'button', class: 'quiet', click: help, title: 'Keys (?)' }, 'Keys'),
    ),
    main,
  );
  const mark = (type: string) => {
    for (const link of [...links, reports]) {
      if (link.dataset.type === type) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  return { main, mark };
}
