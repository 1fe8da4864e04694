// One sandbox and one browser for a file of tests, and what must hold after every one of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { extension } from '../../browser/built.ts';
import { type Complaints, watchComplaints } from '../../browser/complaints.ts';
import { type Launched, type LaunchOptions, launch } from '../../browser/launch.ts';
import type { LoggedRequest } from '../../sandbox/common/log.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { assertTrafficValid } from '../../sandbox/specs.ts';
import { CrmPage } from './crm-page.ts';
import { rep } from './rep.ts';
import { shot } from './shot.ts';
import { Welcome } from './welcome.ts';

export type WorldOptions = Partial<Omit<LaunchOptions, 'extension' | 'port' | 'profile'>> & {
  /** The key to connect with before the first test; null: leave it unconnected. */
  key?: KeyName | null;
  /** How to connect before the first test where that isn't by a key. */
  connect?: (world: World) => Promise<void>;
  /** The CRMs speak HTTP/1.1 alone, as behind a proxy that reads what passes. */
  http1?: boolean;
};

type KeyName = keyof Sandbox['hubspot']['keys'];

/** How long a state is waited for, in ms. Reached only when something is wrong. */
const PATIENCE = 10_000;

export class World {
  private constructor(
    readonly sandbox: Sandbox,
    readonly options: WorldOptions,
    public browser: Launched,
    public complaints: Complaints,
  ) {}

  static async open(options: WorldOptions): Promise<World> {
    const { http1 = false } = options;
    const sandbox = await startSandbox({ http1 });
    const profile = await mkdtemp(join(tmpdir(), 'stagecheck-e2e-'));
    const browser = await launch({ ...options, extension, port: sandbox.port, profile });
    browser.context.setDefaultTimeout(PATIENCE);
    const world = new World(sandbox, options, browser, await watchComplaints(browser.context));
    const { key = 'full', connect } = options;
    if (connect) await connect(world);
    else if (key !== null) await world.connect(key);
    return world;
  }

  /** Calls to HubSpot's API since this moment of the test, to be looked at later. */
  traffic(): () => readonly LoggedRequest[] {
    const last = this.hubspot.requests.at(-1)?.number ?? 0;
    return () => this.hubspot.requests.filter(({ number }) => number > last);
  }

  get hubspot() {
    return this.sandbox.hubspot;
  }

  get salesforce() {
    return this.sandbox.salesforce;
  }

  async connect(key: KeyName): Promise<void> {
    const welcome = await Welcome.open(this.browser);
    await welcome.connect(this.hubspot.keys[key], rep);
    await welcome.page.close();
  }

  /** A new tab on a page of the CRM. */
  async visit(url: string): Promise<CrmPage> {
    return CrmPage.open(this.browser, url);
  }

  /** The CRM page in a tab that is there already. */
  on(page: Page): CrmPage {
    return new CrmPage(page, this.browser);
  }

  /** Starts the browser again on the same profile, after it was closed or killed. */
  async restart(how: 'close' | 'kill'): Promise<void> {
    const { profile } = this.browser;
    await this.browser[how]();
    this.browser = await launch({ ...this.options, extension, port: this.sandbox.port, profile });
    this.browser.context.setDefaultTimeout(PATIENCE);
    this.complaints = await watchComplaints(this.browser.context);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.sandbox.close();
    await rm(this.browser.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a world for this file; after each test nothing was complained of and all traffic fits HubSpot's documents. */
export function sharedWorld(options: WorldOptions = {}): () => World {
  let world: World | null = null;
  beforeAll(async () => {
    world = await World.open(options);
  });
  afterEach(async ({ task }) => {
    if (world === null) return;
    if (task.result?.state === 'fail') await failureShots(world, task.name);
    const complaints = world.complaints.list();
    world.complaints.clear();
    for (const crm of [world.hubspot, world.salesforce]) {
      crm.faults.clear();
      crm.resetSettings();
    }
    for (const page of world.browser.context.pages().slice(1)) await page.close();
    expect(complaints).toEqual([]);
    assertTrafficValid(world.sandbox);
    world.hubspot.clearRequests();
    world.salesforce.clearRequests();
  });
  afterAll(async () => {
    await world?.close();
  });
  return () => {
    if (world === null) throw new Error('The world is not open yet: ask for it inside a test.');
    return world;
  };
}

/** What every open page showed when a test failed. */
async function failureShots(world: World, test: string): Promise<void> {
  const name = test.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
  for (const [index, page] of world.browser.context.pages().entries()) {
    await shot(page, `failed-${name}-${index}`).catch(() => {});
  }
}
