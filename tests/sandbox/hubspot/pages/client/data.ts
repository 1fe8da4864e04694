// The pages' own data, from the sandbox's own endpoints.
import type { ListPage, RecordPage } from '../view';

export const portal = document.body.dataset.portal ?? '';

/** Rejects with an Error whose message can be shown. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`/sandbox/${portal}/${path}`, init);
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  return value;
}

export const readList = (type: string, query: string, page: number) =>
  ask<ListPage>(`list/${type}?query=${encodeURIComponent(query)}&page=${page}`);
export const readRecord = (type: string, id: string) => ask<RecordPage>(`record/${type}/${id}`);
export const saveField = (type: string, id: string, name: string, value: string) =>
  ask<RecordPage>(`record/${type}/${id}`, { properties: { [name]: value } });
export const saveNote = (type: string, id: string, text: string) =>
  ask<RecordPage>(`record/${type}/${id}/notes`, { text });
