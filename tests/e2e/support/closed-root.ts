// Our launcher and handle live in a closed shadow root, which only DevTools looks into: where they are, by their name.
import type { CDPSession, Page } from 'playwright-core';

/** The middle and the size, in the window, of our element with this label. Throws where there is none. */
export function boxOf(page: Page, label: string): Promise<Box> {
  return inside(page, `[aria-label="${label}"]`, async (session, nodeId) => {
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [x = 0, y = 0] = model.border;
    return { x: x + model.width / 2, y: y + model.height / 2, width: model.width, height: model.height };
  });
}

/** The address that our frame was given, which changes with every browser session: what no page may come to know. */
export function frameAddress(page: Page): Promise<string> {
  return inside(page, 'iframe[title="Stagecheck"]', async (session, nodeId) => {
    const { attributes } = await session.send('DOM.getAttributes', { nodeId });
    return attributes[attributes.indexOf('src') + 1] ?? '';
  });
}

async function inside<T>(
  page: Page,
  query: string,
  look: (session: CDPSession, nodeId: number) => Promise<T>,
): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.getDocument', { depth: 0 });
    // A search goes through closed shadow roots too.
    const search = await session.send('DOM.performSearch', { query });
    const { nodeIds } = await session.send('DOM.getSearchResults', {
      searchId: search.searchId,
      fromIndex: 0,
      toIndex: search.resultCount,
    });
    const nodeId = nodeIds[0];
    if (nodeId === undefined) throw new Error(`Nothing is found by ${query}.`);
    return await look(session, nodeId);
  } finally {
    await session.detach();
  }
}

export type Box = { x: number; y: number; width: number; height: number };
