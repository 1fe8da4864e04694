// The background's worker, ended as the browser ends one that was idle.
import type { Page } from 'playwright-core';
import type { Launched } from '../../browser/launch.ts';

/** Resolves once it has stopped. Whatever needs it next starts a new one, which remembers nothing. */
export async function endWorker({ context, extensionId }: Launched): Promise<void> {
  // DevTools stops the workers of a page's own origin; this page asks for nothing more once it is drawn.
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.getByRole('radiogroup').first().waitFor();
  await stopWorker(page);
  await page.close();
}

/** The same from a page of the extension that is open, and stays so. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}
