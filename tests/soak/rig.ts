// The sandbox and the browser that a run is made on: started, wounded and started again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from 'playwright-core';
import * as v from 'valibot';
import type { Reply, RequestBody, RequestName } from '../../lib/protocol/messages.ts';
import { type Submission, SubmissionSchema } from '../../lib/qualification/plan/submission.ts';
import { extension } from '../browser/built.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { CrmPage } from '../e2e/support/crm-page.ts';
import { rep } from '../e2e/support/rep.ts';
import { signIn } from '../e2e/support/salesforce.ts';
import { rowsOf } from '../e2e/support/storage.ts';
import { Welcome } from '../e2e/support/welcome.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { clockScript } from './clock.ts';
import type { Ledger } from './ledger.ts';
import { Network } from './network.ts';

/** Longer than anything that is asked takes, silences of the CRM's included. */
const ANSWER_MS = 90_000;

/** So long the background has for what needs no CRM. */
const FREE_MS = 15_000;

/**
 * Sends a message from inside one of the extension's own pages; null where nobody answered. A page that dies with its
 * browser in the same moment may leave the question itself without an end.
 */
export async function ask<N extends RequestName>(
  from: Frame | Page,
  name: N,
  body: RequestBody<N>,
): Promise<Reply<N> | null> {
  const message = JSON.stringify({ name, body });
  const asked = from.evaluate<Reply<N> | null>(
    `chrome.runtime.sendMessage(${message}).then((reply) => reply ?? null, () => null)`,
  );
  const reply = await within(ANSWER_MS, asked, () => console.log(`No end of ${name}`));
  return typeof reply?.ok === 'boolean' ? reply : null;
}

/** What the work gives, or null and a word of it when the time is up. */
async function within<T>(ms: number, work: Promise<T>, late: () => void): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((end) => {
    timer = setTimeout(() => {
      late();
      end(null);
    }, ms);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

let windows = 0;

const RowSchema = v.object({ submission: SubmissionSchema });

export class Rig {
  /** A page of the extension's own, beside all tabs. */
  #panel: { page: Page; cdp: CDPSession } | null = null;
  #starting: Promise<void> = Promise.resolve();
  #clockMs = 0;
  readonly #network: Network;
  /** What DevTools told last of each version of the worker. */
  readonly #versions = new Map<string, string>();

  private constructor(
    readonly sandbox: Sandbox,
    readonly ledger: Ledger,
    public browser: Launched,
  ) {
    this.#network = new Network({
      set: async (offline) => {
        await this.ready();
        await this.browser.context.setOffline(offline);
      },
      late: () => console.log('No end of cutting the network, or of joining it'),
    });
  }

  static async open(ledger: Ledger, crms: readonly string[]): Promise<Rig> {
    const sandbox = await startSandbox();
    const profile = await mkdtemp(join(tmpdir(), 'stagecheck-soak-'));
    const browser = await launch({ extension, port: sandbox.port, profile });
    const rig = new Rig(sandbox, ledger, browser);
    await rig.#begin();
    const welcome = await Welcome.open(rig.browser);
    await welcome.connect(sandbox.hubspot.keys.full, rep);
    await welcome.page.close();
    if (crms.includes('salesforce')) await signIn(rig);
    // Left open here, it opens by itself in every tab to come.
    const crm = await CrmPage.open(rig.browser, sandbox.hubspot.people.ann.url);
    await crm.sidebar();
    await crm.page.close();
    return rig;
  }

  get salesforce() {
    return this.sandbox.salesforce;
  }

  get hubspot() {
    return this.sandbox.hubspot;
  }

  /** Resolves while the browser runs. */
  ready(): Promise<void> {
    return this.#starting;
  }

  now(): Date {
    return new Date(Date.now() + this.#clockMs);
  }

  async #begin(): Promise<void> {
    this.browser.context.setDefaultTimeout(20_000);
    this.browser.context.on('serviceworker', (worker) => {
      if (this.#clockMs !== 0) void worker.evaluate(clockScript(this.#clockMs)).catch(() => {});
    });
    const page = await this.browser.context.newPage();
    // The manifest's own address is a page of the extension's origin that asks for nothing.
    await page.goto(`chrome-extension://${this.browser.extensionId}/welcome.html`);
    await page.getByRole('radiogroup').first().waitFor();
    const cdp = await this.browser.context.newCDPSession(page);
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, status, runningStatus } of versions)
        this.#versions.set(versionId, `${status}, ${runningStatus}`);
    });
    await cdp.send('ServiceWorker.enable');
    this.#panel = { page, cdp };
  }

  /** From the extension's own page. Waits for a browser that is being started. */
  async trusted<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N> | null> {
    await this.ready();
    return this.#panel ? ask(this.#panel.page, name, body).catch(() => null) : null;
  }

  /** Runs code in the extension's own page. */
  async inPanel<T>(code: string): Promise<T> {
    await this.ready();
    if (!this.#panel) throw new Error('There is no page of the extension.');
    return this.#panel.page.evaluate<T>(code);
  }

  /** What the outbox keeps, over or not; nothing where the page can't be asked just now. */
  async kept(): Promise<Submission[]> {
    await this.ready();
    if (!this.#panel) return [];
    const rows = await rowsOf<unknown>(this.#panel.page, 'submissions').catch(() => []);
    return rows.flatMap((row) => {
      const found = v.safeParse(RowSchema, row);
      return found.success ? [found.output.submission] : [];
    });
  }

  /**
   * An empty page in a window of its own: a tab behind another one is not painted, so that a rep at it would see, and
   * could confirm, nothing.
   */
  async newWindow(): Promise<Page> {
    const { context } = this.browser;
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('The browser gave no DevTools session.');
    windows += 1;
    const url = `about:blank#${windows}`;
    const opened = context.waitForEvent('page', (page) => page.url() === url);
    await Promise.all([opened, session.send('Target.createTarget', { url, newWindow: true })]);
    await session.detach();
    return opened;
  }

  /** The versions of the worker, and the targets that DevTools know of it, in words. */
  async workers(): Promise<string[]> {
    const { targetInfos = [] } = (await this.#panel?.cdp.send('Target.getTargets').catch(() => null)) ?? {};
    return [
      ...[...this.#versions].map(([id, words]) => `version ${id}: ${words}`),
      ...targetInfos
        .filter(({ type }) => type === 'service_worker')
        .map(
          ({ targetId, attached, url }) => `target ${targetId}: ${attached ? 'attached' : 'free'}, ${url}`,
        ),
    ];
  }

  async killWorker(): Promise<void> {
    const stopped = this.#panel?.cdp.send('ServiceWorker.stopAllWorkers').catch(() => {});
    if (stopped) await within(10_000, stopped, () => console.log('No end of stopping the worker'));
  }

  /**
   * A worker that is stopped while DevTools take hold of it stands still until the browser gives it up after minutes,
   * and all who ask it with it. Nothing of this needs a CRM, so one that doesn't answer it by then is stopped again.
   */
  async freeWorker(): Promise<void> {
    const asked = this.trusted('connections.list', {});
    let late = false;
    await within(FREE_MS, asked, () => {
      late = true;
    });
    if (!late) return;
    console.log(`${Math.round(this.ledger.seconds())} s: the worker stood still, and was stopped`);
    await this.killWorker();
  }

  /** SIGKILL, then a start on the same profile. */
  killBrowser(): Promise<void> {
    const before = this.#starting;
    this.#starting = before.then(async () => {
      const { profile } = this.browser;
      this.#panel = null;
      this.#versions.clear();
      await this.browser.kill();
      this.browser = await launch({ extension, port: this.sandbox.port, profile });
      await this.#begin();
    });
    return this.#starting;
  }

  cutNetwork(ms: number): Promise<void> {
    return this.#network.cut(() => new Promise((over) => setTimeout(over, ms)));
  }

  /** The worker's clock goes otherwise from now on, and the rep's. */
  async jumpClock(ms: number): Promise<void> {
    this.#clockMs = ms;
    // One that has just died leaves the question without an end.
    for (const worker of this.browser.context.serviceWorkers())
      await within(
        5_000,
        worker.evaluate(clockScript(ms)).catch(() => {}),
        () => {},
      );
  }

  async close(): Promise<void> {
    await this.ready();
    this.#network.end();
    await this.browser.close();
    await this.sandbox.close();
    await rm(this.browser.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
