// The background's worker, ended as the browser ends one that was idle.
import type { Launched } from '../../browser/launch.ts';

/** Resolves once it is gone. Whatever needs it next starts a new one. */
export async function endWorker({ context, extensionId }: Launched): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser gave no DevTools session.');
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(`://${extensionId}/`),
  );
  if (worker === undefined) throw new Error('The extension has no worker at this moment.');
  const gone = new Promise<void>((resolve) => {
    session.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === worker.targetId) resolve();
    });
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  await session.send('Target.closeTarget', { targetId: worker.targetId });
  await gone;
  await session.detach();
}
