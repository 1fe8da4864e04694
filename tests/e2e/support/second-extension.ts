// Another extension in the same browser, made in a folder of its own: one page, every host, and nothing good in mind.
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SecondExtension = { folder: string; page: string; remove(): void };

/** Writes it. Its id is the browser's digest of the folder's path, as for every unpacked extension without a key. */
export function secondExtension(): SecondExtension {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stagecheck-second-')));
  const manifest = {
    manifest_version: 3,
    name: 'Second',
    version: '1.0',
    permissions: ['storage', 'tabs', 'scripting', 'cookies', 'alarms'],
    host_permissions: ['<all_urls>'],
    web_accessible_resources: [{ resources: ['*'], matches: ['<all_urls>'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'second.html'), '<!doctype html><title>Second</title><p>Second</p>');
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  return {
    folder,
    page: `chrome-extension://${id}/second.html`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
