// The same requests as the outbox made, one after the other, with nothing between them: what the network alone costs.
import type { Page } from 'playwright-core';
import type { LoggedRequest } from '../../sandbox/common/log.ts';

/** From a page of the extension, which may ask the CRM as its worker may. Gives the ms that it took. */
export async function bareLoop(page: Page, requests: readonly LoggedRequest[], key: string): Promise<number> {
  const list = requests.map(({ method, path, query, body }) => ({
    url: `https://api.hubapi.com${path}${query}`,
    init: {
      method,
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${key}`,
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    },
  }));
  return page.evaluate<number>(`(async () => {
    const begin = performance.now();
    for (const { url, init } of ${JSON.stringify(list)}) JSON.parse(await (await fetch(url, init)).text() || 'null');
    return performance.now() - begin;
  })()`);
}
