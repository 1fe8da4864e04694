// Builds the preview's page into a folder, for those who take pictures of its states or measure them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../../../../..');

const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Stagecheck</title><link rel="stylesheet" href="page.css"></head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>';

/** Gives the page's address; a state's name goes after its #. The page says data-ready when the state is reached. */
export async function buildPreview(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [resolve(import.meta.dirname, 'page.tsx')],
    outfile: resolve(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    target: 'chrome120',
    jsx: 'automatic',
    alias: { '@': root },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  writeFileSync(resolve(folder, 'page.html'), html);
  return `file://${resolve(folder, 'page.html')}`;
}
