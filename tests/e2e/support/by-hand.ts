// A click as a hand makes it: the pointer comes to the button, and presses once a press counts there.
import type { Locator } from 'playwright-core';

/**
 * The same locator, whose click goes by the sidebar's rule: what can't be taken back (`data-final`) counts once the
 * pointer has rested there, and the button says when. Any other is clicked at once.
 */
export function byHand(locator: Locator): Locator {
  const [click, first] = [locator.click.bind(locator), locator.first.bind(locator)];
  locator.click = async (how) => {
    if ((await locator.getAttribute('data-final')) !== null) await pointAt(locator);
    await click(how);
  };
  locator.first = () => byHand(first());
  return locator;
}

/** Brings the pointer there in small steps and waits until a press counts. */
export async function pointAt(locator: Locator): Promise<void> {
  const page = locator.page();
  // One that still moves isn't gone for.
  await locator.hover({ trial: true });
  const box = await locator.boundingBox();
  if (!box) throw new Error('The button is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x - 20, y - 4);
  await page.mouse.move(x, y, { steps: 4 });
  await expectPressable(locator);
}

/** No function in it has a name: the loader of the demo would give it one by a helper that the page doesn't have. */
async function expectPressable(locator: Locator): Promise<void> {
  await locator.evaluate(
    (element) =>
      new Promise<void>((over) => {
        if (element.hasAttribute('data-pressable') || !element.isConnected) return over();
        new MutationObserver((_, watch) => {
          if (!element.hasAttribute('data-pressable') && element.isConnected) return;
          watch.disconnect();
          over();
        }).observe(element.ownerDocument, { attributes: true, childList: true, subtree: true });
      }),
  );
}
