// What a refused message is told: never a value or a name that came with it, for a key may be among them.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRouter, type Handlers } from '@/lib/background/services/router';
import { type RequestName, requests, type Sender } from '@/lib/protocol/messages';
import { sound } from '../../../fuzz/bodies-of-messages';
import { self } from '../../../fuzz/senders';

const crm = 'https://app.hubspot.com/contacts/24680135/record/0-1/501';
const tab = { id: 7, url: crm };
const senders: Record<Sender, object> = {
  page: { id: self.id, url: crm, frameId: 0, tab },
  sidebar: { id: self.id, url: `${self.base}sidebar.html`, frameId: 4, tab },
  trusted: { id: self.id, url: `${self.base}console.html`, frameId: 0 },
};
const names = Object.keys(requests).filter((name): name is RequestName => Object.hasOwn(requests, name));
const silent = (name: RequestName) => [name, async () => null];
const handlers: Handlers = Object.fromEntries(names.map(silent));
const route = createRouter(handlers, self, async () => true);

/** No word of ours has it: found in an answer, it came from the message. */
const SECRET = 'k3y-zq7xw';
const secrets = fc.constantFrom(SECRET, SECRET.repeat(2000), `${SECRET}"]}`, `\u202e${SECRET}`);

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Everywhere in a body that a value stands, as steps to it. */
function places(value: unknown, path: string[] = []): string[][] {
  const inner = isNode(value)
    ? Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]))
    : [];
  return [path, ...inner];
}

/** The body with the secret at a place: in the value's stead, as a name beside it, or in a list there. */
function spoilt(body: unknown, path: string[], how: 'value' | 'name' | 'list', secret: string): unknown {
  const [step, ...rest] = path;
  if (step !== undefined && isNode(body)) {
    const inner = spoilt(body[step], rest, how, secret);
    if (Array.isArray(body)) return body.map((one: unknown, at) => (String(at) === step ? inner : one));
    return { ...body, [step]: inner };
  }
  if (how === 'list') return [secret, { [secret]: secret }];
  return how === 'name' && isNode(body) && !Array.isArray(body) ? { ...body, [secret]: secret } : secret;
}

const inputs = fc
  .record({
    name: fc.constantFrom(...names),
    place: fc.nat(999),
    how: fc.constantFrom('value' as const, 'name' as const, 'list' as const),
    secret: secrets,
    envelope: fc.constantFrom('none', 'name', 'beside', 'from'),
  })
  .map(({ name, place, how, secret, envelope }) => {
    const all = places(sound[name]);
    const body = spoilt(sound[name], all[place % all.length] ?? [], how, secret);
    const message = { name: envelope === 'name' ? secret : name, body };
    const sender = envelope === 'from' ? { ...senders.page, id: secret } : senders[requests[name].from[0]];
    return { sender, message: envelope === 'beside' ? { ...message, [secret]: secret } : message };
  });

it('quotes nothing of the message that it refuses, wherever in it a key stands', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async ({ sender, message }) => {
      const told = JSON.stringify(await route(message, sender));
      if (told.includes('"ok":false')) refused += 1;
      expect(told).not.toContain(SECRET);
      expect(told.length).toBeLessThan(400);
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

it('says what was expected, so that whoever wrote the message can mend it', async () => {
  const message = { name: 'page.layout', body: { layout: { width: SECRET } } };
  expect(await route(message, senders.page)).toMatchObject({
    ok: false,
    problem: {
      kind: 'unexpected',
      message: 'Stagecheck refused a message that is malformed: it expected number.',
    },
  });
});
