// An account on hosts that the manifest doesn't name: nothing without the browser's leave, and nothing left behind.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ada, createWorld, problemOf, type World } from './fake-crm';

const host = 'acme.region.crm.example';
const origins = [`https://${host}/*`, 'https://acme.pages.region.crm.example/*'];
const values = { client: 'c1', host };

function regional(granted = origins): World {
  const world = createWorld();
  world.server.host = host;
  world.profile.granted = granted;
  return world;
}

async function connect(world: World) {
  const worker = world.worker();
  const { pending } = await worker.connections.begin('fake', 'oauth', values);
  return { ...worker, connection: await worker.connections.finish(pending, ada) };
}

describe('signing in', () => {
  it.each([[[]], [origins.slice(0, 1)]])(
    'without leave for all of its hosts opens no window: %j',
    async (given) => {
      const world = regional(given);
      const problem = await problemOf(world.worker().connections.begin('fake', 'oauth', values));
      expect(problem).toMatchObject({ kind: 'sign-in', message: expect.stringContaining(host) });
      expect(world.browser.launch).not.toHaveBeenCalled();
      expect(world.profile).toMatchObject({ granted: [], runs: [] });
    },
  );

  it('runs in its pages from the moment it is connected, and tells pages what was asked for', async () => {
    const world = regional();
    const worker = world.worker();
    const { pending } = await worker.connections.begin('fake', 'oauth', values);
    expect(world.profile.runs).toEqual([]);
    const connection = await worker.connections.finish(pending, ada);
    expect(connection.asks).toEqual({ permissions: ['scripting'], origins });
    expect(world.profile.runs).toEqual([...origins].sort());
  });

  it('gives all back where the rep closed the window', async () => {
    const world = regional();
    world.browser.launch.mockImplementationOnce(async () => undefined);
    expect((await problemOf(world.worker().connections.begin('fake', 'oauth', values))).kind).toBe('sign-in');
    expect(world.profile.granted).toEqual([]);
    expect(world.browser.forgetOrigins).toHaveBeenLastCalledWith(origins, true);
  });

  it('gives all back where the account can’t be read', async () => {
    const world = regional();
    world.server.checkFails = { kind: 'forbidden', message: 'no' };
    expect((await problemOf(world.worker().connections.begin('fake', 'oauth', values))).kind).toBe(
      'forbidden',
    );
    expect(world.profile.granted).toEqual([]);
  });

  it('ends it where the CRM names another host than the one that was allowed', async () => {
    const world = regional();
    world.server.host = 'other.region.crm.example';
    const problem = await problemOf(world.worker().connections.begin('fake', 'oauth', values));
    expect(problem).toMatchObject({ kind: 'sign-in', message: expect.stringContaining('other.region') });
    expect(world.server.good.size).toBe(1);
    expect(world.profile.granted).toEqual([]);
    expect(await world.store.pending.before('9')).toEqual([]);
  });

  it('that failed takes nothing from the account that is connected already', async () => {
    const world = regional();
    const { connections } = await connect(world);
    world.browser.launch.mockImplementationOnce(async () => undefined);
    await problemOf(connections.begin('fake', 'oauth', values));
    expect(world.profile).toMatchObject({ granted: origins, runs: [...origins].sort() });
  });

  it('to an account that the manifest names asks for nothing', async () => {
    const world = createWorld();
    const worker = world.worker();
    const { pending } = await worker.connections.begin('fake', 'oauth', { client: 'c1' });
    expect((await worker.connections.finish(pending, ada)).asks).toBeUndefined();
    expect(world.profile.runs).toEqual([]);
    expect(await worker.reach.open('fake', world.account)).toBe(true);
  });
});

describe('later', () => {
  it('its pages may speak to us only while it is connected and allowed', async () => {
    const world = regional();
    expect(await world.worker().reach.open('fake', host)).toBe(false);
    const { connections, reach } = await connect(world);
    expect(await reach.open('fake', host)).toBe(true);
    world.profile.granted = [];
    expect(await reach.open('fake', host)).toBe(false);
    world.profile.granted = origins;
    await connections.remove('fake', host);
    expect(await reach.open('fake', host)).toBe(false);
  });

  it('disconnecting takes the script out of its pages and gives the hosts back', async () => {
    const world = regional();
    const { connections } = await connect(world);
    await connections.remove('fake', host);
    expect(world.profile).toMatchObject({ granted: [], runs: [] });
    expect(world.browser.forgetOrigins).toHaveBeenLastCalledWith(origins, true);
  });

  it('what another account needs stays', async () => {
    const world = regional();
    const { connections } = await connect(world);
    const beta = ['https://beta.region.crm.example/*', 'https://beta.pages.region.crm.example/*'];
    world.profile.granted = [...origins, ...beta];
    world.server.host = 'beta.region.crm.example';
    const { pending } = await connections.begin('fake', 'oauth', { ...values, host: world.server.host });
    await connections.finish(pending, ada);
    expect(world.profile.runs).toEqual([...origins, ...beta].sort());
    await connections.remove('fake', host);
    expect(world.profile).toMatchObject({ granted: beta, runs: [...beta].sort() });
    expect(world.browser.forgetOrigins).toHaveBeenLastCalledWith(origins, false);
  });

  it('a worker that starts puts back what an update has dropped, and only where it is still allowed', async () => {
    const world = regional();
    await connect(world);
    world.profile.runs = [];
    await world.worker().reach.sync();
    expect(world.profile.runs).toEqual([...origins].sort());
    world.profile.granted = [];
    await world.worker().reach.sync();
    expect(world.profile.runs).toEqual([]);
  });
});
