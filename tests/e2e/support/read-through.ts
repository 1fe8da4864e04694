// Scrolls through a review that does not fit its window, as a rep does who reads it.
import type { Frame, Locator } from 'playwright-core';
import type { Sidebar } from './sidebar.ts';

/** Waits until the browser has told those who watch what is on screen how it is now. */
export async function told(frame: Frame): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise<void>((done) => {
        let times = 0;
        const mark = document.body.appendChild(document.createElement('i'));
        mark.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px';
        const options = Object.assign({ threshold: 0 }, { trackVisibility: true, delay: 100 });
        // The first answer comes at once; each one after a change only when everyone with this delay has had a turn.
        const observer = new IntersectionObserver(() => {
          times += 1;
          mark.style.display = times % 2 === 1 ? 'none' : '';
          if (times < 3) return;
          observer.disconnect();
          mark.remove();
          done();
        }, options);
        observer.observe(mark);
      }),
  );
}

/** What the review says while a part of it has not been on screen. */
export const unread = ({ frame }: Sidebar): Locator =>
  frame.locator('button[title^="Not all that will be written"]');

export async function readThrough(sidebar: Sidebar): Promise<void> {
  const parts = sidebar.frame.locator('[data-read]');
  if ((await unread(sidebar).count()) === 0) return;
  for (const one of await parts.all()) {
    await one.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await told(sidebar.frame);
  }
}
