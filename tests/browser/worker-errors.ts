// Uncaught errors and rejections of the extension's worker, which playwright-core does not tell of.
import type { BrowserContext, CDPSession } from 'playwright-core';

type Exception = { text?: string; exception?: { description?: string } };
type Message = { method?: string; params?: { exceptionDetails?: Exception } };

/** Listens to the worker's uncaught errors, again whenever it starts anew. `note` gets each one's text and stack. */
export async function watchWorkerErrors(
  context: BrowserContext,
  note: (text: string) => void,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser gave no DevTools session.');
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params }: Message = JSON.parse(message);
    if (method !== 'Runtime.exceptionThrown') return;
    const details = params?.exceptionDetails;
    note(details?.exception?.description ?? details?.text ?? message);
  });
  const known = new Set<string>();
  // A worker may be gone again before it could be attached to: then there is nothing to listen to.
  const again = () => attachWorkers(session, known).catch(() => {});
  context.on('serviceworker', again);
  await again();
}

async function attachWorkers(session: CDPSession, known: Set<string>): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type, url } of targetInfos) {
    if (type !== 'service_worker' || !url.startsWith('chrome-extension://') || known.has(targetId)) continue;
    known.add(targetId);
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.enable' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
}
