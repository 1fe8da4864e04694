// One tab on one CRM with the sidebar in it, led from record to record as the CRM's own page would.
import type { Frame, Page } from 'playwright-core';
import type { Reply, RequestBody, RequestName } from '../../lib/protocol/messages.ts';
import { CrmPage } from '../e2e/support/crm-page.ts';
import type { Sidebar } from '../e2e/support/sidebar.ts';
import type { Target } from './pool.ts';
import { ask, type Rig } from './rig.ts';

let pages = 0;

export class Tab {
  #page: Page | null = null;
  #frame: Frame | null = null;
  #number = 0;

  constructor(
    readonly rig: Rig,
    /** In a window of its own, where it is painted, or behind the others. */
    readonly where: 'window' | 'behind',
  ) {}

  /** Another number after each new page: what was sent from one page was sent in order. */
  get number(): number {
    return this.#number;
  }

  /** Gets there without a load where the tab is open, with one where it isn't. */
  async show({ url }: Target): Promise<void> {
    await this.rig.ready();
    if (this.#page?.isClosed() !== false || this.#frame?.isDetached() !== false) return this.#open(url);
    const path = JSON.stringify(new URL(url).pathname);
    const gone = this.#page.evaluate(
      `history.pushState(null, '', ${path}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await withinTime(gone);
  }

  async #open(url: string): Promise<void> {
    await this.close();
    const crm = await withinTime(this.#inWindow(url));
    this.#page = crm.page;
    pages += 1;
    this.#number = pages;
    const { frame } = await withinTime(crm.present());
    this.#frame = frame;
  }

  async #inWindow(url: string): Promise<CrmPage> {
    const { browser } = this.rig;
    return CrmPage.open(browser, url, this.where === 'window' ? await this.rig.newWindow() : undefined);
  }

  /** The sidebar of the record that is shown, with the keyboard in it, as a rep brings it there: with Alt+Q. */
  async sidebar(): Promise<Sidebar> {
    if (!this.#page) throw new Error('There is no page.');
    const crm = new CrmPage(this.#page, this.rig.browser);
    await withinTime(crm.present());
    if (!(await withinTime(crm.hasKeyboard()))) await withinTime(crm.enter());
    const sidebar = await withinTime(crm.present());
    await withinTime(sidebar.keysOn());
    return sidebar;
  }

  /** Loads the page once more, as an impatient rep does. */
  async reload(): Promise<void> {
    await this.#page?.reload({ waitUntil: 'commit' }).catch(() => {});
  }

  async close(): Promise<void> {
    void this.#page?.close().catch(() => {});
    this.#page = null;
    this.#frame = null;
  }

  /** From the sidebar; null where nobody answered: the worker died, or the page did. */
  async ask<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N> | null> {
    return this.#frame ? ask(this.#frame, name, body).catch(() => null) : null;
  }
}

/** Longer than what the browser's tools allow for one step. */
const OPEN_MS = 25_000;

/** A page that is closed while it opens never gets its frame. */
function withinTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error('The page did not answer, or its sidebar did not open.')),
      OPEN_MS,
    ).unref();
  });
  return Promise.race([work, late]);
}
