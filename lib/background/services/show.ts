// Brings the sidebar up with the keyboard in it: beside the page in front, or beside a record that is found or opened.
import type { Crm } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import type { PageCommand } from '@/lib/protocol/messages';
import type { Here } from '@/lib/protocol/queue';
import { type Place, type RecordRef, sameRef } from '@/lib/record/record';
import type { Layouts } from './layout';
import type { Sidebars } from './sidebars';

/** As much of a browser tab as is needed; `url` is there for pages that we may stand beside. */
export type Tab = { id: number; url: string; discarded: boolean };

/** What is asked of the browser. */
export type Tabs = {
  /** The tab in front; null where there is none, or none of ours to see. */
  front(): Promise<Tab | null>;
  /** The last used first. */
  all(): Promise<Tab[]>;
  /** Opens a tab in front, and gives its id. */
  open(url: string): Promise<number | undefined>;
  /** Brings a tab to the front, with its window. */
  focus(tab: number): Promise<void>;
  reload(tab: number): Promise<void>;
};

export type Show = {
  here(): Promise<Here | null>;
  /** Opens it beside the page in front. reached false: that page is older than the extension; `reload` loads it first. */
  besidePage(reload: boolean): Promise<{ reached: boolean }>;
  /** Goes to the record's tab, or opens one. Rejects with 'gone' for what is no record of a CRM that we know. */
  besideRecord(ref: RecordRef): Promise<void>;
  /** A sidebar has come up in this tab: where the rep waits for it, it gets the keyboard. */
  arrived(tab: number): void;
};

type Needs = {
  tabs: Tabs;
  crmById: (id: string) => Pick<Crm, 'recordUrl'> | null;
  locate: (url: string) => Place | null;
  layouts: Pick<Layouts, 'remember' | 'fromPanel'>;
  sidebars: Pick<Sidebars, 'open'>;
  tellPage: (tab: number, command: PageCommand) => Promise<boolean>;
};

export function createShow({ tabs, crmById, locate, layouts, sidebars, tellPage }: Needs): Show {
  /** Tabs where the rep waits for a sidebar to come up. */
  const awaited = new Set<number>();

  const isUp = async (tab: number) => (await sidebars.open()).includes(tab);

  async function front(): Promise<Tab | null> {
    const tab = await tabs.front();
    return tab && locate(tab.url) ? tab : null;
  }

  /** The keyboard, taken out of a sidebar that has it: a page takes it in only where it isn't, and else closes. */
  const release = (tab: number) => tellPage(tab, { command: 'focus-page' });
  const enter = (tab: number) => tellPage(tab, { command: 'toggle', key: true });

  /** false where the tab has no script of ours to tell. */
  async function bringUp(tab: number): Promise<boolean> {
    if (!(await release(tab))) return false;
    if (await isUp(tab)) return enter(tab);
    await layouts.fromPanel(tab, { open: true });
    return true;
  }

  /** The page opens its sidebar by itself when it is there, as it was left. */
  async function expect(load: () => Promise<number | undefined>): Promise<void> {
    await layouts.remember({ open: true });
    const tab = await load();
    if (tab !== undefined) awaited.add(tab);
  }

  return {
    async here() {
      const tab = await front();
      return tab && { open: await isUp(tab.id) };
    },
    async besidePage(reload) {
      const tab = await front();
      if (!tab)
        throw new ProblemError({ kind: 'not-here', message: 'The page in front is no page of a CRM.' });
      if (!reload) return { reached: await bringUp(tab.id) };
      await expect(async () => {
        await tabs.reload(tab.id);
        return tab.id;
      });
      return { reached: true };
    },
    async besideRecord(ref) {
      const url = crmById(ref.crm)?.recordUrl(ref);
      if (url === undefined || !shows(locate(url), ref)) {
        throw new ProblemError({ kind: 'gone', message: 'Stagecheck does not know where this record is.' });
      }
      const shown = (await tabs.all()).find((tab) => !tab.discarded && shows(locate(tab.url), ref));
      // A tab without our script is left as it is: loading it again could lose what was typed there.
      if (shown && (await bringUp(shown.id))) await tabs.focus(shown.id);
      else await expect(() => tabs.open(url));
    },
    arrived(tab) {
      if (awaited.delete(tab)) void release(tab).then(() => enter(tab));
    },
  };
}

function shows(place: Place | null, ref: RecordRef): boolean {
  return place !== null && place.role !== 'none' && sameRef(place.ref, ref);
}
