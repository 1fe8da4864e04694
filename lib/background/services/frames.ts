// Which frames our content script has put up: a page that knows the sidebar's address can make one too, and is not heard.

import * as v from 'valibot';
import type { BrowserSender } from '@/lib/background/senders';
import { reported } from '@/lib/diagnostics/report';

/** As much of the browser's session storage as is needed: it outlives a worker, and only our own pages read it. */
export type FrameArea = {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(rows: Record<string, string | number>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
};

export type Frames = {
  /** The content script of a tab puts up a frame, and will tell it this word. A tab has one at a time. */
  expect(tab: number, word: string): Promise<void>;
  /** A frame says a word. True where it was expected in its tab; it is used up then, and the frame is ours. */
  meet(sender: BrowserSender, word: string): Promise<boolean>;
  isOurs(sender: BrowserSender): Promise<boolean>;
  /** Forgets the frames whose documents are gone. */
  tidy(documents: readonly string[]): Promise<void>;
};

/** With the tab: the word. */
const WORD = 'frame-word:';
/** With the document: its tab. */
const OURS = 'frame:';

/** Whether a row of the browser's session storage is kept here. */
export const isOfFrames = (key: string): boolean => key.startsWith(WORD) || key.startsWith(OURS);

/**
 * A row for each, so that no worker overwrites what another has noted. What is bound is the document, not the frame: one
 * that is loaded anew is met anew.
 */
export function createFrames(area: () => FrameArea): Frames {
  const known = new Map<string, number>();
  /** One at a time: a word is used once. */
  let meeting: Promise<unknown> = Promise.resolve();

  const rowAt = async (key: string): Promise<unknown> => (await area().get(key))[key];

  async function take(sender: BrowserSender, word: string): Promise<boolean> {
    const [tab, own] = [sender.tab?.id, documentOf(sender)];
    if (tab === undefined || own === null || (await rowAt(WORD + tab)) !== word) return false;
    await area().remove(WORD + tab);
    await area().set({ [OURS + own]: tab });
    known.set(own, tab);
    return true;
  }

  return {
    expect: (tab, word) => area().set({ [WORD + tab]: word }),
    meet(sender, word) {
      const met = meeting.then(() => take(sender, word));
      meeting = met.catch(reported('worker.frames', undefined));
      return met;
    },
    async isOurs(sender) {
      const own = documentOf(sender);
      if (own === null) return false;
      const tab = v.safeParse(v.number(), known.get(own) ?? (await rowAt(OURS + own)));
      if (!tab.success || tab.output !== sender.tab?.id) return false;
      known.set(own, tab.output);
      return true;
    },
    async tidy(documents) {
      const there = new Set(documents.map((one) => OURS + one));
      const rows = Object.keys(await area().get(null));
      const gone = rows.filter((key) => key.startsWith(OURS) && !there.has(key));
      if (gone.length > 0) await area().remove(gone);
    },
  };
}

/** A browser that names no document (older Firefox) has at least a number for the frame. */
function documentOf({ documentId, frameId, tab }: BrowserSender): string | null {
  if (documentId !== undefined) return documentId;
  return tab?.id === undefined || frameId === undefined ? null : `${tab.id}/${frameId}`;
}
