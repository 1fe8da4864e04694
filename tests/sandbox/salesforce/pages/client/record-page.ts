// A record: its stages on top, what happened on the left, its fields and what it belongs to on the right.
import { el } from '../../../hubspot/pages/client/el';
import { fieldRow } from '../../../hubspot/pages/client/field';
import type { Shown } from '../../../hubspot/pages/client/list-page';
import { noteBox } from '../../../hubspot/pages/client/note-box';
import { safeHtml } from '../../../hubspot/pages/client/safe';
import { when } from '../../../hubspot/pages/client/when';
import type { RecordPage, Related, TimelineItem } from '../view';
import { readRecord, saveField, saveNote } from './data';
import { stageStrip } from './stages';

export type ShownRecord = Shown & { name: string; object: string };

export async function showRecord(main: HTMLElement, object: string, id: string): Promise<ShownRecord> {
  let data = await readRecord(object, id);
  // What has changed since the page was opened stands out.
  const opened = data;
  const say = el('p', { class: 'say', role: 'status' });
  const fields = el('div', { class: 'fields' });
  const timeline = el('ol', { class: 'timeline' });
  const related = el('div', { class: 'related' });
  const stages = el('div', { class: 'stage-place' });
  const title = el('h1', { dir: 'auto' });
  const detail = el('p', { class: 'detail', dir: 'auto' });
  const notes = noteBox(async (text) =>
    take(await saveNote(data.object, id, text.replace(/<[^>]+>/g, '\n').trim())),
  );
  const button = el(
    'button',
    { type: 'button', class: 'primary', id: 'create-note', click: notes.open },
    'New note',
  );
  main.replaceChildren(
    el(
      'div',
      { class: 'record sf' },
      el(
        'header',
        { class: 'record-head' },
        el('div', { class: 'who' }, el('p', { class: 'kind' }, data.singular), title, detail),
        el('div', { class: 'actions' }, button),
      ),
      stages,
      el(
        'section',
        { class: 'middle', 'aria-label': 'Activity' },
        el('h2', {}, 'Activity'),
        say,
        notes.element,
        timeline,
      ),
      el('section', { class: 'left', 'aria-label': 'Details' }, el('h2', {}, 'Details'), fields),
      related,
    ),
  );
  draw(data);

  function take(fresh: RecordPage) {
    data = fresh;
    draw(fresh);
  }
  async function save(name: string, value: string) {
    try {
      take(await saveField(data.object, id, name, value));
      say.textContent = 'Saved.';
    } catch (error) {
      say.textContent = error instanceof Error ? error.message : 'Not saved.';
      draw(data);
    }
  }

  function draw(now: RecordPage) {
    title.textContent = now.name;
    detail.textContent = now.detail;
    document.title = `${now.name.slice(0, 80)} | ${now.singular} | CRM`;
    if (now.notice) say.textContent = now.notice;
    const strip = stageStrip(now.stages, save);
    stages.replaceChildren(...(strip ? [strip] : []));
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
    timeline.replaceChildren(...now.timeline.map((item) => entry(item, !known.has(item.id))));
    related.replaceChildren(...now.related.map(card));
  }

  return {
    name: data.name,
    object: data.object,
    refresh: async () => take(await readRecord(data.object, id)),
    key(key) {
      if (key !== 'n') return false;
      notes.open();
      return true;
    },
  };
}

function entry(item: TimelineItem, fresh: boolean): HTMLElement {
  return el(
    'li',
    { class: `item ${item.kind}${fresh ? ' fresh' : ''}`, 'data-id': item.id, 'data-kind': item.kind },
    el(
      'div',
      { class: 'item-head' },
      el('strong', {}, item.title),
      el('time', { datetime: item.at }, when(item.at)),
    ),
    item.detail ? el('div', { class: 'item-detail', dir: 'auto' }, item.detail) : null,
    item.body ? el('div', { class: 'item-body', dir: 'auto' }, safeHtml(item.body)) : null,
  );
}

function card(group: Related): HTMLElement {
  const links = group.items
    .slice(0, 12)
    .map((item) =>
      el(
        'a',
        { class: 'card', href: item.path },
        el('strong', { dir: 'auto' }, item.name),
        el('span', { dir: 'auto' }, item.detail),
      ),
    );
  const none = group.items.length === 0 ? el('p', { class: 'none' }, 'None') : null;
  return el(
    'section',
    { 'data-related': group.type },
    el('h2', {}, `${group.label} (${group.items.length})`),
    ...links,
    none,
  );
}
