// The pages' own data, from the sandbox's own endpoints.
import type { ListPage, RecordPage } from '../view';

export const org = document.body.dataset.org ?? '';

/** Rejects with an Error whose message can be shown. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`/sandbox/${path}`, init);
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  return value;
}

export const readList = (object: string, query: string, page: number) =>
  ask<ListPage>(`list/${object}?query=${encodeURIComponent(query)}&page=${page}`);
export const readRecord = (object: string, id: string) => ask<RecordPage>(`record/${object}/${id}`);
export const saveField = (object: string, id: string, name: string, value: string) =>
  ask<RecordPage>(`record/${object}/${id}`, { values: { [name]: value } });
export const saveNote = (object: string, id: string, text: string) =>
  ask<RecordPage>(`record/${object}/${id}/notes`, { text });
