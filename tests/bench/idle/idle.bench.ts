// How often the worker starts while nobody does anything and one sidebar is open, beside an extension with nothing in it.
import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type DevTools, openDevTools } from '../cold/devtools.ts';
import { emptyExtension } from '../cold/empty-extension.ts';
import { startedExtensions } from '../cold/worker-page.ts';
import { printTable } from '../table.ts';

/** Starts above the empty extension's that are allowed in the whole time. */
const MOST_ABOVE = 1;
/** A browser ends an idle worker after 30 s. */
const REST_MS = 45_000;

const CreatedSchema = v.object({ targetInfo: v.object({ type: v.string(), url: v.string() }) });
const EvaluatedSchema = v.object({ result: v.object({ value: v.optional(v.unknown()) }) });

const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

/** Asks until it is so. A page that is just opening has no place to run code in, for a moment. */
async function until(ask: () => Promise<unknown>, wanted: unknown): Promise<void> {
  while ((await ask().catch(() => undefined)) !== wanted) await pause(50);
}

/** Opens an address, and gives a way to run code there, and one to let go of it: what is watched may behave otherwise. */
async function openPage(devTools: DevTools, url: string) {
  const created = await devTools.send('Target.createTarget', { url });
  const { targetId } = v.parse(v.object({ targetId: v.string() }), created);
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = v.parse(v.object({ sessionId: v.string() }), attached);
  return {
    run: async (expression: string): Promise<unknown> => {
      const code = { expression, awaitPromise: true, returnByValue: true };
      return v.parse(EvaluatedSchema, await devTools.send('Runtime.evaluate', code, sessionId)).result.value;
    },
    letGo: () => devTools.send('Target.detachFromTarget', { sessionId }),
    close: () => devTools.send('Target.closeTarget', { targetId }),
  };
}

/** Connects to the sandbox's portal, and has the sidebar open on the pages of its records. */
async function connect(devTools: DevTools, host: string, sandbox: Sandbox): Promise<void> {
  const page = await openPage(devTools, `chrome-extension://${host}/console.html`);
  const ask = (name: string, body: object) =>
    page.run(`chrome.runtime.sendMessage(${JSON.stringify({ name, body })}).then((reply) => reply.ok)`);
  const [crm, key] = ['hubspot', sandbox.hubspot.keys.full];
  await until(() => page.run('typeof chrome?.runtime?.sendMessage'), 'function');
  const person = { id: '1', name: 'Bench', email: '' };
  if ((await ask('connections.save', { crm, key, person })) !== true) throw new Error('It did not connect.');
  await page.run(
    `chrome.storage.local.set({ layout: { open: true, side: 'right', mode: 'push', width: 360 } })`,
  );
  await page.close();
}

/** Which of the hosts is Stagecheck's. */
async function ourHost(devTools: DevTools, hosts: readonly string[]): Promise<string> {
  for (const host of hosts) {
    // Both extensions have such a page.
    const page = await openPage(devTools, `chrome-extension://${host}/welcome.html`);
    await until(() => page.run("document.querySelector('h1') !== null"), true);
    const name = await page.run('chrome.runtime.getManifest().name');
    await page.close();
    if (name === 'Stagecheck') return host;
  }
  throw new Error('The browser did not start both extensions.');
}

/** `minutes`: how long nobody does anything. Nothing is attached to a worker or a page of ours meanwhile. */
export async function idleBench(minutes: number): Promise<void> {
  ensureBuilt();
  const [folder, sandbox] = [await emptyExtension(), await startSandbox()];
  const led = [`--host-resolver-rules=MAP * 127.0.0.1:${sandbox.port}`, '--ignore-certificate-errors'];
  const devTools = await openDevTools([extension, folder], led);
  try {
    const hosts = await startedExtensions(devTools, 2);
    const host = await ourHost(devTools, hosts);
    await connect(devTools, host, sandbox);
    const page = await openPage(devTools, sandbox.hubspot.people.ann.url);
    await until(() => page.run("document.getElementById('stagecheck-sidebar') !== null"), true);
    await page.letGo();
    // What follows on opening it is over, and the worker at rest.
    await pause(REST_MS);
    const starts = new Map(hosts.map((one) => [one, 0]));
    devTools.hear(({ method, params }) => {
      if (method !== 'Target.targetCreated') return;
      const { type, url: of } = v.parse(CreatedSchema, params).targetInfo;
      const at = URL.canParse(of) ? new URL(of).host : '';
      const before = starts.get(at);
      if (type === 'service_worker' && before !== undefined) starts.set(at, before + 1);
    });
    await devTools.send('Target.setDiscoverTargets', { discover: true });
    // Those that are there already are told of as created.
    const there = new Map(starts);
    await pause(minutes * 60_000);
    const count = (of: string) => (starts.get(of) ?? 0) - (there.get(of) ?? 0);
    const ours = count(host);
    const empty = count(hosts.find((one) => one !== host) ?? '');
    printTable(
      `Worker starts in ${minutes} idle minutes, one sidebar open`,
      ['', 'starts'],
      [
        ['Empty extension, no page', `${empty}`],
        ['Stagecheck, one sidebar', `${ours}`],
      ],
    );
    const held = ours - empty <= MOST_ABOVE;
    console.log(`${held ? 'held    ' : 'not held'}  ${ours - empty} above (goal: at most ${MOST_ABOVE})`);
  } finally {
    await devTools.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}
