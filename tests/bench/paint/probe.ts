// Measures a page from the inside: from a key press, as the browser stamped it, to the frame that shows its effect.
import type { Frame, Page } from 'playwright-core';

/** One press: ms from the press to its paint, and what the page showed in that very frame. */
export type Sample = { ms: number; text: string };

const PROBE = `(selector) => {
  const samples = [];
  let told = () => {};
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      // A message sent from a frame's callback comes after that frame's paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => told(samples.push({
        ms: performance.now() - event.timeStamp,
        text: document.querySelector(selector)?.textContent ?? '',
      }));
      port2.postMessage(null);
    });
  }, { capture: true });
  globalThis.paintOf = (index) => new Promise((resolve) => {
    told = () => { if (samples.length > index) resolve(samples[index]); };
    told();
  });
}`;

export type Probe = { press(key: string): Promise<Sample>; slow(rate: number): Promise<void> };

/** `selector`: what a press must change. The keyboard has to be in the frame. */
export async function probe(page: Page, frame: Frame, selector: string): Promise<Probe> {
  await frame.evaluate(`(${PROBE})(${JSON.stringify(selector)})`);
  const cdp = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page));
  let pressed = 0;
  return {
    async press(key) {
      // Further apart than the letters of a word, which the sidebar holds back.
      await new Promise((over) => setTimeout(over, 170));
      await page.keyboard.press(key);
      return frame.evaluate(`globalThis.paintOf(${pressed++})`);
    },
    async slow(rate) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    },
  };
}
