// A sign-in that was under way while everything was cleared: nothing of it is kept.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem/problem';
import { ada, createWorld, problemOf, type World } from './fake-crm';

const values = { client: 'c1' };
const begin = (world: World) => world.worker().connections.begin('fake', 'oauth', values);
const rows = async (world: World) => [await world.store.all(), await world.store.pending.before('9')];
const nothing = [[], []];

it('keeps nothing of one that comes back after all was cleared, and ends it at the CRM', async () => {
  const world = createWorld();
  let cleared = false;
  const comesBack = world.browser.launch.getMockImplementation();
  world.browser.launch.mockImplementationOnce(async (url) => {
    cleared = true;
    return comesBack?.(url);
  });
  const still = () => {
    if (cleared) throw new ProblemError({ kind: 'gone', message: 'Cleared.' });
  };
  expect((await problemOf(world.worker().connections.begin('fake', 'oauth', values, still))).kind).toBe(
    'gone',
  );
  expect(await rows(world)).toEqual(nothing);
  expect([...world.server.good].filter((token) => token.startsWith('refresh'))).toEqual([]);
});

it('makes no connection of one that was cleared while it was being finished', async () => {
  const world = createWorld();
  const { pending } = await begin(world);
  const { connections } = world.worker({
    get: async () => {
      await world.store.pending.drop(pending);
      return null;
    },
  });
  expect((await problemOf(connections.finish(pending, ada))).kind).toBe('sign-in');
  expect(await rows(world)).toEqual(nothing);
});
