// One extension's page, from which its worker is ended and woken by a message.
import * as v from 'valibot';
import type { DevTools } from './devtools.ts';

const TargetsSchema = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});
const VersionsSchema = v.object({ versions: v.array(v.object({ runningStatus: v.string() })) });
const DrawnSchema = v.object({ result: v.object({ value: v.literal(true) }) });
const ReplySchema = v.object({ result: v.object({ value: v.object({ ms: v.number(), ok: v.boolean() }) }) });

export type WorkerPage = {
  /** Ends the worker, then gives the ms from a message to its reply, from a worker that had to start for it. */
  cold(message: object): Promise<number>;
  /** The same with a worker that runs. */
  warm(message: object): Promise<number>;
};

/** The hosts of the extensions whose workers have started. Waits for so many. */
export async function startedExtensions(devTools: DevTools, count: number): Promise<string[]> {
  let started: string[] = [];
  await until(async () => {
    const { targetInfos } = v.parse(TargetsSchema, await devTools.send('Target.getTargets'));
    const hosts = targetInfos.flatMap(({ type, url }) =>
      type === 'service_worker' && url.startsWith('chrome-extension://') ? [new URL(url).host] : [],
    );
    started = [...new Set(hosts)];
    return started.length >= count;
  });
  return started;
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 50));
}

export async function openWorkerPage(devTools: DevTools, host: string): Promise<WorkerPage> {
  const url = `chrome-extension://${host}/welcome.html`;
  const created = await devTools.send('Target.createTarget', { url });
  const { targetId } = v.parse(v.object({ targetId: v.string() }), created);
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = v.parse(v.object({ sessionId: v.string() }), attached);
  const evaluate = (expression: string) =>
    devTools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
  await until(async () => {
    // The empty page that a tab begins with goes away under the question.
    const drawn = await evaluate(
      `document.readyState === 'complete' && document.querySelector('h1') !== null`,
    )
      .then((answer) => v.safeParse(DrawnSchema, answer).success)
      .catch(() => false);
    return drawn;
  });
  await devTools.send('ServiceWorker.enable', {}, sessionId);

  async function warm(message: object): Promise<number> {
    const reply = await evaluate(`(async () => {
      const begin = performance.now();
      const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)});
      return { ms: performance.now() - begin, ok: reply?.ok === true };
    })()`);
    const { value } = v.parse(ReplySchema, reply).result;
    if (!value.ok)
      throw new Error(`The worker of ${host} did not answer ${JSON.stringify(message)} with ok.`);
    return value.ms;
  }
  return {
    warm,
    async cold(message) {
      const stopped = devTools.event(({ method, params, sessionId: from }) => {
        if (method !== 'ServiceWorker.workerVersionUpdated' || from !== sessionId) return false;
        return v.parse(VersionsSchema, params).versions.some((one) => one.runningStatus === 'stopped');
      });
      await devTools.send('ServiceWorker.stopAllWorkers', {}, sessionId);
      await stopped;
      return warm(message);
    },
  };
}
