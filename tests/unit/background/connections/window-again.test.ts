// What comes back to the sign-in window and is not of this sign-in: it is opened once more, and else nothing is opened.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createWorld, problemOf, type World } from './fake-crm';

const begin = (world: World) => world.worker().connections.begin('fake', 'oauth', { client: 'c1' });

/** What comes back to the window, whatever it was sent. */
function comesBack(world: World, given: (state: string) => string | undefined) {
  world.browser.launch.mockImplementationOnce(async (url) =>
    given(new URL(url).searchParams.get('state') ?? ''),
  );
}

it.each(['?error=denied&error_description=x', '?code=c&state=theirs'])(
  'goes on in the window opened anew after what is not of this sign-in (%s), with a state of its own',
  async (back) => {
    const world = createWorld();
    comesBack(world, () => `https://abcdef.chromiumapp.org/${back}`);
    expect(await begin(world)).toMatchObject({ account: { id: world.account } });
    const [one, other] = world.browser.launch.mock.calls.map(([url]) => new URL(url).searchParams);
    expect(world.browser.launch).toHaveBeenCalledTimes(2);
    expect(one?.get('state')).not.toBe(other?.get('state'));
  },
);

it.each<[string, (state: string) => string | undefined]>([
  ['was closed', () => undefined],
  ['came back with the CRM’s own no', (state) => `https://abcdef.chromiumapp.org/?error=no&state=${state}`],
])('opens no other window where the one %s', async (_, back) => {
  const world = createWorld();
  comesBack(world, back);
  expect((await problemOf(begin(world))).kind).toBe('sign-in');
  expect(world.browser.launch).toHaveBeenCalledTimes(1);
});
