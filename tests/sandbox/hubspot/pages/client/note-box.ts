// The box for a new note: n or the button opens it, Escape closes it.
import { el } from './el';

export function noteBox(save: (text: string) => Promise<void>): { element: HTMLElement; open(): void } {
  const text = el('textarea', { 'aria-label': 'Note', rows: '4', placeholder: 'What happened?' });
  const close = () => {
    element.hidden = true;
    text.value = '';
  };
  const keep = async () => {
    if (text.value.trim() === '') return;
    await save(asHtml(text.value));
    close();
  };
  const element = el(
    'div',
    { class: 'note-box', id: 'note-box', hidden: true },
    text,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', class: 'primary', click: keep }, 'Save note'),
      el('button', { type: 'button', click: close }, 'Cancel'),
    ),
  );
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return {
    element,
    open() {
      element.hidden = false;
      text.focus();
    },
  };
}

function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}
