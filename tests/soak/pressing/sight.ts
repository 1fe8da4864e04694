// What a rep sees of what they have confirmed, read from the sidebar's headings.
import type { Sidebar } from '../../e2e/support/sidebar.ts';

export type Sight =
  | 'ask'
  | 'review'
  | 'writing'
  | 'written'
  | 'waiting'
  | 'stopped'
  | 'changed'
  | 'asks whether'
  | 'something else';

const titles: readonly (readonly [RegExp, Sight])[] = [
  [/^Review and write$/, 'review'],
  [/^Writing to /, 'writing'],
  [/^Written and read back$/, 'written'],
  [/^Waiting to be written$/, 'waiting'],
  [/^Not written yet$/, 'stopped'],
  [/^Someone changed this record/, 'changed'],
  [/^Take it back\?$/, 'asks whether'],
];

/** All but what is not known. */
export const anything: readonly Sight[] = ['ask', ...titles.map(([, sight]) => sight)];

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

/** What is in view now. */
export async function sightOf(sidebar: Sidebar): Promise<Sight> {
  const words = await sidebar.frame.locator('main h2').allTextContents();
  for (const [title, sight] of titles) if (words.some((word) => title.test(word.trim()))) return sight;
  const asks = await sidebar.card.or(sidebar.nothingToAsk).count();
  return asks > 0 ? 'ask' : 'something else';
}

/** Waits until this is in view. Throws with what is, where it never comes. */
export async function seen(sidebar: Sidebar, wanted: readonly Sight[], ms: number): Promise<Sight> {
  const until = Date.now() + ms;
  for (;;) {
    const sight = await sightOf(sidebar);
    if (wanted.includes(sight)) return sight;
    if (Date.now() > until) throw new Error(`the sidebar shows "${sight}", not ${wanted.join(' or ')}`);
    await pause(100);
  }
}
