// What a worker answers by itself as soon as it starts: a page's hello, and that it is awake. For all else it reads the services.

import * as v from 'valibot';
import { reaches } from '@/lib/crm/early';
import { report, reported } from '@/lib/diagnostics/report';
import type { Layout } from '@/lib/layout';
import type { Result } from '@/lib/problem';
import { originsIn } from '@/lib/reach';
import { type BrowserSender, classify, type From } from '@/lib/senders';

type Needs = {
  self: { id: string; base: string };
  /** How the sidebar stands, as last left. */
  layout: () => Promise<Layout>;
  /** What waits to be written goes on. */
  wake: () => void;
  /** Reads the services at the first call, and gives what answers every message. */
  route: () => Promise<(message: unknown, sender: BrowserSender) => Promise<Result<unknown>>>;
};

const ShortSchema = v.strictObject({
  name: v.picklist(['page.hello', 'page.entered', 'outbox.wake']),
  body: v.strictObject({}),
});

/** Answers every message with a Result. Never rejects. */
export function createFront({ self, layout, wake, route }: Needs) {
  async function short(message: unknown, from: From): Promise<Result<unknown> | null> {
    const asked = v.safeParse(ShortSchema, message);
    if (!asked.success || !isOpen(from)) return null;
    const { name } = asked.output;
    if (name === 'page.hello') {
      return from.sender === 'page' ? { ok: true, value: { layout: await layout() } } : null;
    }
    if (name === 'page.entered') return from.sender === 'page' ? { ok: true, value: null } : null;
    if (from.sender === 'page') return null;
    wake();
    return { ok: true, value: null };
  }

  return async (message: unknown, sender: BrowserSender): Promise<Result<unknown>> => {
    const from = classify(sender, self);
    if (!from) return unexpected('Stagecheck refused a message that is not known here.');
    const answer = await short(message, from).catch(reported('worker.front', null));
    if (answer) return answer;
    try {
      return await (await route())(message, sender);
    } catch (error) {
      report(error, 'worker.parts');
      const why = error instanceof Error ? error.message : String(error);
      return unexpected(`Stagecheck could not read a part of itself. Install it again. ${why}`);
    }
  };
}

/** Whether nobody has to ask the browser first for the account that the sender's tab shows. */
function isOpen(from: From): boolean {
  if (from.sender === 'trusted') return true;
  const { crm, account } = from.place.role === 'none' ? from.place : from.place.ref;
  return account === null || originsIn(reaches[crm], account).length === 0;
}

const unexpected = (message: string): Result<unknown> => ({
  ok: false,
  problem: { kind: 'unexpected', message },
});
