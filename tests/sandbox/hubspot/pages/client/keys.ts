// The CRM's own keyboard shortcuts. Each use is left on the body, so that a test can see that one was, or wasn't, used.
import { portal } from './data';
import { el } from './el';
import { lists } from './frame';
import { listPath } from './route';

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

/** `page` gets what the frame doesn't know. */
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
    if (handled(event.key)) {
      event.preventDefault();
      document.body.dataset.lastShortcut = event.key;
    }
  });

  function handled(key: string): boolean {
    const list = went ? lists.find((item) => item.key === key) : undefined;
    went = false;
    if (list) go(listPath(portal, list.type));
    else if (key === 'g') went = true;
    else if (key === '?') dialog.showModal();
    else return page(key);
    return true;
  }
}
