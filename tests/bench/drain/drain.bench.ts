// A filled outbox delivered by the extension, beside a bare loop that makes the same requests one after the other.
import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import type { Connection } from '../../../lib/protocol/messages.ts';
import type { Submission } from '../../../lib/qualification/plan/submission.ts';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { type Launched, launch } from '../../browser/launch.ts';
import { rep } from '../../e2e/support/rep.ts';
import { Welcome } from '../../e2e/support/welcome.ts';
import { stopWorker } from '../../e2e/support/worker.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { bundled } from '../bundled.ts';
import { benchSubmission } from '../submissions.ts';
import { goal, printTable, times, whole } from '../table.ts';
import { bareLoop } from './bare-loop.ts';

const COUNT = 60;
const ROUNDS = 3;

/** Puts rows where the outbox keeps them, as an earlier worker would have left them. */
const CODE = `
import { createDatabase } from '@/lib/background/storage/database';
import { createSubmissionStore } from '@/lib/background/outbox/store';
const store = createSubmissionStore(createDatabase());
globalThis.fill = async (list) => {
  for (const [seq, one] of list.entries()) if (!(await store.add(one, seq + 1))) throw new Error('not kept');
};
globalThis.states = async (ids) => (await Promise.all(ids.map((id) => store.get(id)))).map((one) => one?.state);
`;

/** Contacts whose stage has not moved yet: each gets one submission. */
function contacts({ hubspot }: Sandbox, count: number, from: number) {
  const special = new Set(
    Object.values(hubspot.people).flatMap((one) => ('id' in one ? [String(one.id)] : [])),
  );
  const leads = hubspot
    .all('contacts')
    .filter(({ id, properties }) => !special.has(id) && properties.lifecyclestage === 'lead');
  return leads.slice(from, from + count);
}

/** Wakes the outbox; the ms until HubSpot has the last note, seen in HubSpot, so that nobody asks the outbox meanwhile. */
async function drained(page: Page, { hubspot }: Sandbox, list: readonly Submission[]): Promise<number> {
  const ids = list.map(({ id }) => id);
  const notes = () =>
    hubspot.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/notes')).length;
  const begin = performance.now();
  await page.evaluate(`chrome.runtime.sendMessage({ name: 'outbox.wake', body: {} })`);
  while (notes() < list.length) await new Promise((next) => setTimeout(next, 5));
  const took = performance.now() - begin;
  const states = () => page.evaluate<string[]>(`states(${JSON.stringify(ids)})`);
  for (;;) {
    const now = await states();
    assert.ok(!now.includes('failed'), 'none is refused');
    if (now.every((state) => state === 'written')) return took;
  }
}

async function connected(browser: Launched, sandbox: Sandbox): Promise<Connection> {
  const welcome = await Welcome.open(browser);
  await welcome.connect(sandbox.hubspot.keys.full, rep);
  const list = await welcome.page.evaluate<{ value: Connection[] }>(
    `chrome.runtime.sendMessage({ name: 'connections.list', body: {} })`,
  );
  await welcome.page.close();
  const [connection] = list.value;
  if (!connection) throw new Error('HubSpot is not connected.');
  return connection;
}

export async function drainBench(): Promise<void> {
  ensureBuilt();
  const rows: { requests: number; ours: number; bare: number }[] = [];
  const code = await bundled(CODE);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sandbox = await startSandbox();
    // The allowance is not what is measured.
    sandbox.hubspot.settings.rateLimit = { max: 100_000, intervalMs: 10_000 };
    const browser = await launch({ extension, port: sandbox.port });
    try {
      const { person, account } = await connected(browser, sandbox);
      const list = contacts(sandbox, COUNT, 0).map(({ id }, n) => {
        const ref = { crm: 'hubspot', account, object: 'contacts', id };
        return benchSubmission(n + 1, ref, person, 'lead', 'salesqualifiedlead');
      });
      const page = await browser.context.newPage();
      await page.goto(`chrome-extension://${browser.extensionId}/welcome.html`);
      await page.getByRole('radiogroup').first().waitFor();
      await page.evaluate(code);
      await page.evaluate(`fill(${JSON.stringify(list)})`);
      // A worker that runs knows what it has in its line; one that starts reads what is kept.
      await stopWorker(page);
      sandbox.hubspot.clearRequests();
      const ours = await drained(page, sandbox, list);
      const requests = [...sandbox.hubspot.requests];
      assert.equal(
        list
          .flatMap(({ ref }) => sandbox.hubspot.notes(ref.id))
          .filter(({ properties }) => properties.hs_note_body?.includes('id=00000000-')).length,
        list.length,
      );
      const bare = await bareLoop(page, requests, sandbox.hubspot.keys.full);
      assert.equal(sandbox.hubspot.requests.length, 2 * requests.length, 'both make the same requests');
      rows.push({ requests: requests.length, ours, bare });
    } finally {
      await browser.close();
      await sandbox.close();
    }
  }
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [requests, ours, bare] = [sum((one) => one.requests), sum((one) => one.ours), sum((one) => one.bare)];
  const row = (name: string, ms: number) => [name, whole((requests * 1000) / ms), times(ms / bare)];
  printTable(
    `${ROUNDS * COUNT} submissions delivered to HubSpot: ${requests} requests`,
    ['', 'requests a second', 'time beside the bare loop'],
    [row('The outbox, woken with them in it', ours), row('Bare fetch, one after the other', bare)],
  );
  goal('Draining the outbox', ours / bare, { atMost: 1.3 });
}
