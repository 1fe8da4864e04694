// Messages from anybody, of any shape: what may not get through never does, what may does, and each has a Result.
import * as fc from 'fast-check';
import { createErasures } from '@/lib/background/services/erasures';
import { createFront } from '@/lib/background/services/front';
import { createRouter, type Handlers } from '@/lib/background/services/router';
import { type RequestName, requests, type Sender } from '@/lib/protocol/messages';
import type { Place } from '@/lib/record/record';
import { sound } from './bodies-of-messages';
import { type Damage, damaged, damages, junk } from './damage';
import { isRegional, type Sent, self, senders } from './senders';
import { type Outcome, target } from './target';

const names = Object.keys(requests).filter((name): name is RequestName => Object.hasOwn(requests, name));

const mayAsk = (name: RequestName, is: Sender): boolean => {
  const from: readonly Sender[] = requests[name].from;
  return from.includes(is);
};

type Input = Sent & {
  name: RequestName;
  damage: Damage[];
  envelope: Damage[];
  other: unknown;
  way: number;
  open: number;
};

const inputs: fc.Arbitrary<Input> = fc
  .record({
    from: senders,
    choice: fc.nat(999),
    any: fc.boolean(),
    damage: fc.oneof(damages(0), damages(3)),
    envelope: fc.oneof({ weight: 4, arbitrary: damages(0) }, damages(2)),
    other: junk,
    way: fc.nat(11),
    open: fc.nat(9),
  })
  .map(({ from, choice, any, ...rest }) => {
    // Half of them ask for what their sender may ask for, so that bodies are tried as well as senders.
    const may = names.filter((name) => from.is !== null && mayAsk(name, from.is));
    const list = any || may.length === 0 ? names : may;
    return { ...from, ...rest, name: list[choice % list.length] ?? 'page.hello' };
  });

/** What needs no account: the ways out, and how a frame is met. */
const always: RequestName[] = ['panel.close', 'panel.leave', 'page.open', 'page.frame', 'panel.hello'];

/** Maps of the rep's own or the CRM's own keys: any name may stand in them. */
const MAPS = ['answers', 'extra', 'form', 'values', 'mapping', 'against'];

/** Where something stands that no message has: the mark that damage leaves, or a name that reaches into every object. */
function strange(value: unknown, inMap = false): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'number' && Number.isNaN(value);
  return Object.entries(value).some(
    ([key, inner]) =>
      key === '__proto__' ||
      (!inMap && ['zz', 'constructor'].includes(key)) ||
      strange(inner, MAPS.includes(key) || (inMap && !Array.isArray(value))),
  );
}

async function check({ sender, is, name, damage, envelope, other, way, open }: Input): Promise<Outcome> {
  const called: { name: RequestName; body: unknown }[] = [];
  const note = (one: RequestName) => [one, async (body: unknown) => void called.push({ name: one, body })];
  const handlers: Handlers = Object.fromEntries(names.map(note));
  const meet = async (name: RequestName) => void called.push({ name, body: {} });
  const reach = async (place: Place) => {
    const { account } = place.role === 'none' ? place : place.ref;
    if (account === null || !isRegional(account)) return true;
    if (open === 0) throw new Error('The browser is closing.');
    return open !== 1;
  };
  const router = createRouter(handlers, self, reach);
  const { answer } = createFront({
    self,
    // Whatever is in a place of the sidebar's is ours here: what else is refused has tests of its own.
    frames: {
      expect: () => meet('page.frame'),
      meet: async () => {
        await meet('panel.hello');
        return true;
      },
      isOurs: async () => true,
      tidy: async () => undefined,
    },
    erasures: createErasures(() => ({ get: async () => ({}), set: async () => undefined })),
    layout: async () => {
      called.push({ name: 'page.hello', body: {} });
      return { open: true, side: 'right', mode: 'push', width: 360 };
    },
    wake: () => void called.push({ name: 'outbox.wake', body: {} }),
    route: async () => router,
  });
  const body = damaged(sound[name], damage);
  const message =
    way === 0 ? other : damaged({ name: way === 1 ? other : name, body: way === 2 ? other : body }, envelope);
  const untouched = way > 2 && damage.length === 0 && envelope.length === 0;
  const result = await answer(message, sender);
  if (typeof result?.ok !== 'boolean') throw new Error('no Result');
  if (!result.ok && result.problem.message.length > 400)
    throw new Error('refused at more length than can be read');
  if (called.length > 1) throw new Error('more than one handler for one message');
  const [call] = called;
  const allowed = (one: RequestName): boolean => is !== null && mayAsk(one, is);
  if (call && !allowed(call.name)) throw new Error(`${is ?? 'nobody'} got through to ${call.name}`);
  if (call && strange(call.body))
    throw new Error(`nonsense got through to ${call.name}: ${JSON.stringify(call.body)}`);
  if ((call === undefined) === result.ok) throw new Error('the Result tells otherwise than what happened');
  const barred = isRegional(sender.tab?.url ?? '') && open <= 1;
  const reached = is === 'trusted' || always.includes(name) || !barred;
  if (untouched && allowed(name) && reached && !call)
    throw new Error(`${is} may ask for ${name} and was refused`);
  if (call && !reached && !always.includes(call.name))
    throw new Error('asked for an account that the browser bars');
  if (Object.hasOwn(Object.prototype, 'zz')) throw new Error('every object has been changed');
  return call ? 'accepted' : 'refused';
}

export const messageTarget = target({ name: 'messages', full: 100_000, share: 4_000, inputs, check });
