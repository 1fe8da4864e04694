// Our launcher and handle live in a closed shadow root, which only DevTools looks into: where they are, by their name.
import type { Page } from 'playwright-core';

/** The middle and the size, in the window, of our element with this label. Throws where there is none. */
export async function boxOf(page: Page, label: string): Promise<Box> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.getDocument', { depth: 0 });
    // A search goes through closed shadow roots too.
    const search = await session.send('DOM.performSearch', { query: `[aria-label="${label}"]` });
    const { nodeIds } = await session.send('DOM.getSearchResults', {
      searchId: search.searchId,
      fromIndex: 0,
      toIndex: search.resultCount,
    });
    const nodeId = nodeIds[0];
    if (nodeId === undefined) throw new Error(`Nothing is named "${label}".`);
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [x = 0, y = 0] = model.border;
    return { x: x + model.width / 2, y: y + model.height / 2, width: model.width, height: model.height };
  } finally {
    await session.detach();
  }
}

export type Box = { x: number; y: number; width: number; height: number };
