// The smallest extension that answers a message, from a row of a database where that is asked: what a worker's start costs by itself.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes it to a folder of its own, and gives that. */
export async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stagecheck-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0.0',
    background: { service_worker: 'background.js' },
  };
  const worker = `
    const row = () => new Promise((resolve) => {
      const opening = indexedDB.open('empty', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      opening.onsuccess = () => {
        const asked = opening.result.transaction('rows').objectStore('rows').getAll();
        asked.onsuccess = () => resolve(asked.result);
      };
    });
    chrome.runtime.onMessage.addListener((message, sender, reply) => {
      if (message.name !== 'row') return reply({ ok: true });
      row().then(() => reply({ ok: true }));
      return true;
    });`;
  const page = '<!doctype html><title>Empty</title><h1>Empty</h1>';
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), worker);
  await writeFile(join(folder, 'welcome.html'), page);
  return folder;
}
