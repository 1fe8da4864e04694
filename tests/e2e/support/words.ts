// Sentences, and a hand that types them: the same ones in every run.
import type { Page } from 'playwright-core';

const words =
  'yes no you know quite enough zero under just keep could people find good money offer level maybe done we 5 they price call'.split(
    ' ',
  );

/** The same numbers in every run, from 0 up to 1 (a linear congruence). */
export function chance(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1664525 + 1013904223) % 2 ** 32;
    return at / 2 ** 32;
  };
}

/** So many sentences of two to six words, with what ends them: one or two Enters, or none. */
export function sentences(count: number, seed = 20261129): string[] {
  const next = chance(seed);
  const one = () => words[Math.floor(next() * words.length)] ?? 'yes';
  return Array.from({ length: count }, () => {
    const said = Array.from({ length: 2 + Math.floor(next() * 5) }, one).join(' ');
    return `${said}${['', '.', '\n', '\n\n'][Math.floor(next() * 4)]}`;
  });
}

/**
 * Types at 40 to 120 ms a key, or at `pace`. The browser is told when each key went down, so that a busy machine types as
 * evenly as an idle one, and no test waits for it. Gives when the last one went down, in ms since 1970.
 */
export async function typed(page: Page, text: string, pace?: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const next = chance(text.length);
  let timestamp = Date.now() / 1000;
  let last = timestamp;
  for (const char of text) {
    const key = char === '\n' ? 'Enter' : char;
    const code = char === '\n' ? 13 : char.toUpperCase().charCodeAt(0);
    const of = { key, text: char === '\n' ? '\r' : char, windowsVirtualKeyCode: code, timestamp };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...of });
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key,
      windowsVirtualKeyCode: code,
      timestamp,
    });
    last = timestamp;
    timestamp += (pace ?? 40 + 80 * next()) / 1000;
  }
  await session.detach();
  return last * 1000;
}
