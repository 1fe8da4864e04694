// A record: fields on the left, what happened in the middle, what it belongs to on the right.
import type { RecordPage } from '../view';
import { readRecord, saveField, saveNote } from './data';
import { el } from './el';
import { fieldRow } from './field';
import type { Shown } from './list-page';
import { noteBox } from './note-box';
import { safeHtml } from './safe';
import { when } from './when';

export async function showRecord(main: HTMLElement, type: string, id: string): Promise<Shown> {
  let data = await readRecord(type, id);
  // What has changed since the page was opened stands out.
  const opened = data;
  const say = el('p', { class: 'say', role: 'status' });
  const fields = el('div', { class: 'fields' });
  const timeline = el('ol', { class: 'timeline' });
  const related = el('aside', { class: 'related', 'aria-label': 'Associations' });
  const title = el('h1', { dir: 'auto' });
  const detail = el('p', { class: 'detail', dir: 'auto' });
  const notes = noteBox(async (text) => take(await saveNote(type, id, text)));
  main.replaceChildren(
    el(
      'div',
      { class: 'record' },
      el(
        'header',
        { class: 'record-head' },
        el('div', { class: 'who' }, title, detail),
        el(
          'div',
          { class: 'actions' },
          el(
            'button',
            { type: 'button', class: 'primary', id: 'create-note', click: notes.open },
            'Create note',
          ),
          el(
            'button',
            { type: 'button', click: () => tell('Calls are logged by the phone system here.') },
            'Log call',
          ),
          el('button', { type: 'button', click: () => tell('There is nothing more to do here.') }, 'More'),
        ),
      ),
      el(
        'section',
        { class: 'left', 'aria-label': 'Properties' },
        el('h2', {}, `About this ${data.singular}`),
        fields,
      ),
      el(
        'section',
        { class: 'middle', 'aria-label': 'Activity' },
        el('h2', {}, 'Activity'),
        say,
        notes.element,
        timeline,
      ),
      related,
    ),
  );
  draw(data);

  function tell(text: string) {
    say.textContent = text;
  }
  function take(fresh: RecordPage) {
    data = fresh;
    draw(fresh);
  }
  async function save(name: string, value: string) {
    try {
      take(await saveField(type, id, name, value));
      tell('Saved.');
    } catch (error) {
      tell(error instanceof Error ? error.message : 'Not saved.');
      take(data);
    }
  }

  function draw(now: RecordPage) {
    title.textContent = now.name;
    detail.textContent = now.detail;
    document.title = `${now.name.slice(0, 80)} · CRM`;
    if (now.notice) tell(now.notice);
    // A field that is being edited is left alone.
    const editing = document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
    const old = new Map([...fields.children].map((row) => [row.getAttribute('data-field'), row]));
    fields.replaceChildren(
      ...now.fields.map((field) => {
        const row = old.get(field.name);
        if (row && field.name === editing && row.querySelector('input')) return row;
        const was = opened.fields.find((other) => other.name === field.name)?.value;
        return fieldRow(field, was !== undefined && was !== field.value, save);
      }),
    );
    const known = new Set(opened.timeline.map((item) => item.id));
    timeline.replaceChildren(
      ...now.timeline.map((item) =>
        el(
          'li',
          {
            class: `item ${item.kind}${!known.has(item.id) ? ' fresh' : ''}`,
            'data-id': item.id,
            'data-kind': item.kind,
          },
          el(
            'div',
            { class: 'item-head' },
            el('strong', {}, item.title),
            el('time', { datetime: item.at }, when(item.at)),
          ),
          item.detail ? el('div', { class: 'item-detail', dir: 'auto' }, item.detail) : null,
          item.body ? el('div', { class: 'item-body', dir: 'auto' }, safeHtml(item.body)) : null,
        ),
      ),
    );
    related.replaceChildren(
      ...now.related.map((group) =>
        el(
          'section',
          { 'data-related': group.type },
          el('h2', {}, `${group.label} (${group.items.length})`),
          ...group.items
            .slice(0, 12)
            .map((item) =>
              el(
                'a',
                { class: 'card', href: item.path },
                el('strong', { dir: 'auto' }, item.name),
                el('span', { dir: 'auto' }, item.detail),
              ),
            ),
          group.items.length === 0 ? el('p', { class: 'none' }, 'None') : null,
        ),
      ),
    );
  }

  return {
    refresh: async () => take(await readRecord(type, id)),
    key(key) {
      if (key !== 'n') return false;
      notes.open();
      return true;
    },
  };
}
