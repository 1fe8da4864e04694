// The content script's two requests, without the words for failures: a stub has no place to show them.
import { browser } from 'wxt/browser';
import type { Layout } from '@/lib/layout';
import type { Reply, RequestBody } from '@/lib/messages';

type Ask = 'page.hello' | 'page.layout';

/** Gives the layout; null where the background can't be reached, which the sidebar then says in its own place. */
export async function ask<N extends Ask>(name: N, body: RequestBody<N>): Promise<Layout | null> {
  try {
    const reply: Reply<N> = await browser.runtime.sendMessage({ name, body });
    return reply.ok ? reply.value.layout : null;
  } catch {
    return null;
  }
}
