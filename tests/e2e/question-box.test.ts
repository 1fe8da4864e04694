// The question never moves: its box is the same in every state of the card, for every length, at every width.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../browser/find.ts';
import { buildPreview } from '../unit/components/sidebar/preview/build.ts';

/** States whose card holds a question; those of review, outcomes and receipts have none. */
const asking = [
  ...['ask', 'first-paint', 'nothing-known', 'midway', 'ruled-out', 'choice', 'everything', 'evidence'],
  ...['offline', 'unsaved', 'gaps', 'long-names', 'right-to-left'],
  ...['find', 'find-nothing', 'quote', 'quote-kept', 'quote-early', 'question-options'],
  ...['question-short', 'question-long', 'question-longest', 'question-rtl'],
];

let folder = '';
let address = '';
let browser: Browser | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stagecheck-preview-'));
  address = await buildPreview(folder);
  browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The question's box once it is the same in several frames on end: on a busy machine the last paint comes late. */
async function atRest(): Promise<{ box: string; cut: boolean } | null> {
  const look = () => {
    const question = document.querySelector('[data-keys=question]');
    if (!question) return null;
    const { x, y, height } = question.getBoundingClientRect();
    const cut = question.scrollHeight > question.clientHeight;
    return { box: JSON.stringify({ x, y, height, scrolled: scrollY }), cut };
  };
  await document.fonts.ready;
  let seen = look();
  for (let same = 0, left = 300; same < 5 && left > 0; left -= 1) {
    await new Promise((done) => requestAnimationFrame(done));
    const next = look();
    same = JSON.stringify(next) === JSON.stringify(seen) ? same + 1 : 0;
    seen = next;
  }
  return seen;
}

it.each([280, 360, 560])('at %d px in a low window three rows of the checklist are whole', async (width) => {
  const page = await browser?.newPage({ viewport: { width, height: 640 } });
  if (!page) throw new Error('No browser was started.');
  for (const state of ['ask', 'midway', 'long-names', 'right-to-left']) {
    await page.goto('about:blank');
    await page.goto(`${address}#${state}`);
    await page.waitForSelector('html[data-ready]');
    const whole = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('main h3 + ul > li')];
      const room = rows[0]?.closest('div')?.parentElement?.getBoundingClientRect();
      if (!room) return 0;
      const boxes = rows.map((row) => row.getBoundingClientRect());
      return boxes.filter(({ top, bottom }) => top >= room.top - 0.5 && bottom <= room.bottom + 0.5).length;
    });
    expect(whole, state).toBeGreaterThanOrEqual(3);
  }
});

it.each([280, 320, 360, 560])('at %d px, in every state and at every length', async (width) => {
  const page = await browser?.newPage({ viewport: { width, height: 760 } });
  if (!page) throw new Error('No browser was started.');
  const boxes = new Map<string, string[]>();
  const cut: string[] = [];
  for (const state of asking) {
    await page.goto('about:blank');
    await page.goto(`${address}#${state}`);
    await page.waitForSelector('html[data-ready]');
    const seen = await page.evaluate(atRest);
    const box = seen?.box ?? 'no question';
    boxes.set(box, [...(boxes.get(box) ?? []), state]);
    if (seen?.cut && state !== 'question-longest') cut.push(state);
  }
  expect([...boxes.values()]).toEqual([asking]);
  // Only a question without a single space in its 160 letters is cut.
  expect(cut).toEqual([]);
});
