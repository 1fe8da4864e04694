// The content script's three requests, without the words for failures: a stub has no place to show them.
import { browser } from 'wxt/browser';
import type { Layout } from '@/lib/layout';
import type { Reply, RequestBody } from '@/lib/messages';

/** How long after a failure the background is asked again, in ms: it may be just starting. */
const AGAIN = [500, 2000, 8000];

/** How the sidebar stands; asked for again where something failed. null where we may not be, or nobody ever answers. */
export async function hello(): Promise<Layout | null> {
  for (const wait of [...AGAIN, null]) {
    const reply = await ask('page.hello', {});
    if (reply.ok) return reply.value.layout;
    if (wait === null || reply.problem.kind === 'not-connected') break;
    await new Promise((over) => setTimeout(over, wait));
  }
  return null;
}

/** Has the background remember it. Never rejects: where that fails, the sidebar says so in its own place. */
export async function remember(layout: RequestBody<'page.layout'>['layout']): Promise<void> {
  await ask('page.layout', { layout });
}

/** Tells our frame in this tab that the rep's own key or click brought the keyboard: it hears what the background hears. */
export async function vouch(): Promise<void> {
  await ask('page.entered', {});
}

/** Never rejects: a background that can't be reached is a Problem too. */
async function ask<N extends 'page.hello' | 'page.layout' | 'page.entered'>(
  name: N,
  body: RequestBody<N>,
): Promise<Reply<N>> {
  try {
    return await browser.runtime.sendMessage({ name, body });
  } catch {
    // Nobody is there to be told: the page asks again, or does without.
    return { ok: false, problem: { kind: 'unexpected', message: '' } };
  }
}
