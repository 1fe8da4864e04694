// Takes a picture of every state of the sidebar and runs axe on it: tsx shoot.ts FOLDER [state,state] [width,width] [height] [forced].
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../../browser/find';
import { buildPreview } from './build';
import { states } from './states';

const [folder = 'shots', only = '', widths = '360', height = '760', forced = ''] = process.argv.slice(2);
const address = await buildPreview(folder);

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
      await page.goto(`${address}#${name}`);
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
