// What a worker answers by itself as soon as it starts: hellos, and that it is awake. Who is let in at all; the services do the rest.

import * as v from 'valibot';
import { type BrowserSender, classify, type From } from '@/lib/background/senders';
import { reaches } from '@/lib/crm/early';
import { originsIn } from '@/lib/crm/shared/host-permissions';
import { report, reported } from '@/lib/diagnostics/report';
import type { Result } from '@/lib/problem/problem';
import type { Layout } from '@/lib/protocol/layout';
import { type Erasures, type IsOld, OLD } from './erasures';
import type { Frames } from './frames';

type Needs = {
  self: { id: string; base: string };
  frames: Frames;
  erasures: Pick<Erasures, 'settled' | 'since'>;
  /** How the sidebar stands, as last left. */
  layout: () => Promise<Layout>;
  /** What waits to be written goes on. */
  wake: () => void;
  /** Reads the services at the first call, and gives what answers every message. */
  route: () => Promise<(message: unknown, sender: BrowserSender, isOld: IsOld) => Promise<Result<unknown>>>;
};

const ShortSchema = v.strictObject({
  name: v.picklist(['page.hello', 'outbox.wake']),
  body: v.strictObject({}),
});

/** Our own pages say besides since when they know what they know. */
const StampedSchema = v.strictObject({ name: v.unknown(), body: v.unknown(), since: v.number() });

/** A frame of the sidebar's is met here alone; nothing else has to do with it. */
const MeetSchema = v.strictObject({
  name: v.picklist(['page.frame', 'panel.hello']),
  body: v.strictObject({ word: v.pipe(v.string(), v.uuid()) }),
});

/**
 * `answer` answers every message with a Result and never rejects. Of a sidebar's frame it hears nothing but a word until
 * that is the one which our content script gave it.
 */
export function createFront({ self, frames, erasures, layout, wake, route }: Needs) {
  async function short(message: unknown, from: From): Promise<Result<unknown> | null> {
    const asked = v.safeParse(ShortSchema, message);
    if (!asked.success || !isOpen(from)) return null;
    const { name } = asked.output;
    if (name === 'page.hello') {
      return from.sender === 'page' ? { ok: true, value: { layout: await layout() } } : null;
    }
    if (from.sender === 'page') return null;
    wake();
    return { ok: true, value: null };
  }

  /** null: it is not about meeting a frame. */
  async function meet(message: unknown, from: From, sender: BrowserSender): Promise<Result<null> | null> {
    const asked = v.safeParse(MeetSchema, message);
    if (!asked.success) return null;
    const { name, body } = asked.output;
    if (name === 'page.frame') {
      if (from.sender !== 'page') return null;
      await frames.expect(from.tab, body.word);
      return { ok: true, value: null };
    }
    if (from.sender !== 'sidebar') return null;
    return (await frames.meet(sender, body.word)) ? { ok: true, value: null } : stranger();
  }

  async function answer(said: unknown, sender: BrowserSender): Promise<Result<unknown>> {
    const from = classify(sender, self);
    if (!from) return unexpected('Stagecheck refused a message that is not known here.');
    const { message, since } = unstamped(said);
    try {
      const met = await meet(message, from, sender);
      if (met) return met;
      if (from.sender === 'sidebar' && !(await frames.isOurs(sender))) return stranger();
      await erasures.settled();
    } catch (error) {
      report(error, 'worker.frames');
      return unexpected('Stagecheck could not read what it keeps while the browser is open.');
    }
    const isOld = erasures.since(since);
    if (isOld()) return { ok: false, problem: OLD };
    const atOnce = await short(message, from).catch(reported('worker.front', null));
    if (atOnce) return atOnce;
    try {
      return await (await route())(message, sender, isOld);
    } catch (error) {
      report(error, 'worker.parts');
      const why = error instanceof Error ? error.message : String(error);
      return unexpected(`Stagecheck could not read a part of itself. Install it again. ${why}`);
    }
  }

  return {
    answer,
    /** Who takes up a line: one of our own sidebars, or null. */
    async admit(sender: BrowserSender): Promise<Sidebar | null> {
      const from = classify(sender, self);
      return from?.sender === 'sidebar' && (await frames.isOurs(sender)) ? from : null;
    },
  };
}

/** The message as it is known everywhere else, and what it says of its page. */
function unstamped(said: unknown): { message: unknown; since: number | undefined } {
  const stamped = v.safeParse(StampedSchema, said);
  if (!stamped.success) return { message: said, since: undefined };
  const { since, ...message } = stamped.output;
  return { message, since };
}

type Sidebar = Extract<From, { sender: 'sidebar' }>;

const stranger = () => unexpected('Stagecheck did not put this frame here, and answers it nothing.');

/** Whether nobody has to ask the browser first for the account that the sender's tab shows. */
function isOpen(from: From): boolean {
  if (from.sender === 'trusted') return true;
  const { crm, account } = from.place.role === 'none' ? from.place : from.place.ref;
  return account === null || originsIn(reaches[crm], account).length === 0;
}

function unexpected(message: string): Result<never> {
  return { ok: false, problem: { kind: 'unexpected', message } };
}
