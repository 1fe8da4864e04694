// The content script's three requests, without the words for failures: a stub has no place to show them.
import { browser } from 'wxt/browser';
import type { Layout } from '@/lib/protocol/layout';
import type { Reply, RequestBody } from '@/lib/protocol/messages';

type Asked = 'page.hello' | 'page.layout' | 'page.frame';

/** How long after a failure the background is asked again, in ms: it may be just starting. */
const AGAIN = [500, 2000, 8000];

/** How the sidebar stands. null where we may not be, or nobody ever answers. */
export async function hello(): Promise<Layout | null> {
  const reply = await insist('page.hello', {});
  return reply.ok ? reply.value.layout : null;
}

/** Tells the background the word of a frame that we put up; false where it can't be told. */
export async function announce(word: string): Promise<boolean> {
  return (await insist('page.frame', { word })).ok;
}

/** Has the background remember it. Never rejects: where that fails, the sidebar says so in its own place. */
export async function remember(layout: RequestBody<'page.layout'>['layout']): Promise<void> {
  await ask('page.layout', { layout });
}

/** Asks again where something failed, and gives the last answer. */
async function insist<N extends Asked>(name: N, body: RequestBody<N>): Promise<Reply<N>> {
  for (const wait of AGAIN) {
    const reply = await ask(name, body);
    if (reply.ok || reply.problem.kind === 'not-connected') return reply;
    await new Promise((over) => setTimeout(over, wait));
  }
  return ask(name, body);
}

/** Never rejects: a background that can't be reached is a Problem too. */
async function ask<N extends Asked>(name: N, body: RequestBody<N>): Promise<Reply<N>> {
  try {
    return await browser.runtime.sendMessage({ name, body });
  } catch {
    // Nobody is there to be told: the page asks again, or does without.
    return { ok: false, problem: { kind: 'unexpected', message: '' } };
  }
}
