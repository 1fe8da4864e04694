// Takes a picture of every state of the sidebar and runs axe on it: tsx shoot.ts FOLDER [state,state] [width,width] [height] [forced].
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../../browser/find';
import { states } from './states';

const [folder = 'shots', only = '', widths = '360', height = '760', forced = ''] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../../../..');
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
writeFileSync(
  resolve(folder, 'page.html'),
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Stagecheck</title><link rel="stylesheet" href="page.css"></head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>',
);

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const names = only ? only.split(',') : Object.keys(states);
const browser = await chromium.launch({
  executablePath: findBrowser().path,
  args: ['--no-sandbox', '--allow-file-access-from-files'],
});
let violations = 0;
for (const width of widths.split(',').map(Number)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width, height: Number(height) },
      forcedColors: forced ? 'active' : 'none',
      colorScheme,
      deviceScaleFactor: 2,
    });
    for (const name of names) {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
      await page.goto(`file://${resolve(folder, 'page.html')}#${name}`);
      await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
      await page.screenshot({
        path: resolve(
          folder,
          `${name}-${width}${height === '760' ? '' : `x${height}`}-${forced || colorScheme}.png`,
        ),
      });
      await page.addScriptTag({ path: axePath });
      const found: string[] = await page.evaluate(
        `axe.run().then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target + ' ' + n.failureSummary)))`,
      );
      violations += found.length;
      for (const one of found) console.log(`${name} ${width} ${colorScheme}: ${one}`);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
console.log(`${names.length} states, ${violations} violations`);
