// Holds a document to axe's rules, in light and in dark, and leaves a picture of each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import * as v from 'valibot';
import { expect } from 'vitest';
import { shot } from './shot.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ResultSchema = v.array(
  v.object({
    id: v.string(),
    help: v.string(),
    nodes: v.array(v.object({ html: v.string(), target: v.unknown() })),
  }),
);

/** Expects no violation in this document in either colour scheme. `name` names the pictures. */
export async function expectAccessible(page: Page, frame: Frame, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await frame.waitForFunction(
      (scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
      colorScheme,
    );
    // A transition that had begun before motion was reduced goes on, and shows a colour that is none of ours.
    await frame.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
    // DevTools brings axe in: the page's own policy would refuse it.
    await frame.evaluate(source);
    const found = v.parse(
      ResultSchema,
      await frame.evaluate('axe.run().then(({ violations }) => violations)'),
    );
    const words = found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    await shot(page, `${name}-${colorScheme}`);
    expect(words, `${name} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}
