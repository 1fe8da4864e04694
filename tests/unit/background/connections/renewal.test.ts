// Renewing a refused token: one at a time, kept before it is used, whatever dies in between, and bounded.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { connected, createWorld, problemOf, tokensIn, type World } from './fake-crm';

const refreshes = ({ server }: World) =>
  server.calls.mock.calls.filter(([path]) => path === '/refresh').length;

describe('a refused token', () => {
  it('is renewed, kept, and the request goes through', async () => {
    const world = createWorld();
    const { sessions, tokens } = await connected(world);
    const before = await tokens();
    world.server.expired.add(before.access);
    const session = await sessions.forReading('fake', world.account);
    expect((await session.check()).id).toBe(world.account);
    const after = await tokens();
    expect(after.access).not.toBe(before.access);
    expect(after.refresh).not.toBe(before.refresh);
    expect(refreshes(world)).toBe(1);
    expect(await sessions.forReading('fake', world.account)).toBe(session);
  });

  it('is renewed once for two requests that were refused at once', async () => {
    const world = createWorld();
    const { sessions, tokens } = await connected(world);
    world.server.expired.add((await tokens()).access);
    const session = await sessions.forReading('fake', world.account);
    const [account, people] = await Promise.all([session.check(), session.people()]);
    expect([account.id, people.length]).toEqual([world.account, 2]);
    expect(refreshes(world)).toBe(1);
  });

  it('is renewed once for two workers, the old one of which has not ended yet', async () => {
    const world = createWorld();
    const { tokens } = await connected(world);
    world.server.expired.add((await tokens()).access);
    const open = () => world.worker().sessions.forReading('fake', world.account);
    const [one, other] = await Promise.all([open(), open()]);
    await Promise.all([one.check(), other.check()]);
    expect(refreshes(world)).toBe(1);
  });

  it('is renewed at most once per request, even where the new one is refused too', async () => {
    const world = createWorld();
    const { sessions, tokens } = await connected(world);
    const session = await sessions.forReading('fake', world.account);
    const none = vi
      .spyOn(world.server.good, 'has')
      .mockImplementation((token) => !token.startsWith('access'));
    expect((await problemOf(session.check())).kind).toBe('key-refused');
    none.mockRestore();
    expect(refreshes(world)).toBe(1);
    expect((await tokens()).refresh).toContain('refresh');
  });
});

describe('a worker that is killed', () => {
  it('after the new tokens were kept and before they were used: the next one uses them', async () => {
    const world = createWorld();
    const { tokens } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    // It lives as far as the database and no further: its answer reaches nobody.
    await world.worker().renew('fake', world.account, old.access);
    const session = await world.worker().sessions.forReading('fake', world.account);
    await session.check();
    expect(refreshes(world)).toBe(1);
    // The same for one that held the old token all along.
    expect(await world.worker().renew('fake', world.account, old.access)).toBe((await tokens()).access);
    expect(refreshes(world)).toBe(1);
  });

  it('never uses new tokens before they are kept', async () => {
    const world = createWorld();
    const { tokens } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    const { sessions } = world.worker({ change: () => new Promise(() => undefined) });
    const session = await sessions.forReading('fake', world.account);
    void session.check();
    await expect.poll(() => refreshes(world)).toBe(1);
    await expect.poll(() => [...world.server.good].some((token) => token.startsWith('access-2'))).toBe(true);
    const used = world.server.calls.mock.calls.map(([call]) => call).filter((call) => call.startsWith('api'));
    expect(used.some((call) => call.includes('access-2'))).toBe(false);
  });

  it('with the rotated token lost: the rep is asked to sign in again, and all else is kept', async () => {
    const world = createWorld();
    const { tokens, connections } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    // Killed after the CRM has answered and before anything was kept.
    void world
      .worker({ change: () => new Promise(() => undefined) })
      .renew('fake', world.account, old.access);
    await expect.poll(() => world.server.good.has(old.refresh ?? '')).toBe(false);
    world.release();
    const session = await world.worker().sessions.forReading('fake', world.account);
    expect(await problemOf(session.check())).toMatchObject({ kind: 'key-refused', way: 'oauth' });
    expect(await connections.list()).toMatchObject([{ signedOut: true, person: { id: '1' } }]);
  });

  it('with a CRM that doesn’t rotate: the next worker renews again', async () => {
    const world = createWorld();
    world.server.rotates = false;
    const { tokens } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    void world
      .worker({ change: () => new Promise(() => undefined) })
      .renew('fake', world.account, old.access);
    await expect.poll(() => refreshes(world)).toBe(1);
    world.release();
    const session = await world.worker().sessions.forReading('fake', world.account);
    expect((await session.check()).id).toBe(world.account);
  });
});

describe('a refresh that fails', () => {
  it('refused: marks the connection once, tells the sidebars, and asks the CRM no more', async () => {
    const world = createWorld();
    const { sessions, tokens, connections } = await connected(world);
    const old = await tokens();
    world.server.good.clear();
    world.changed.mockClear();
    const session = await sessions.forReading('fake', world.account);
    expect(await problemOf(session.check())).toMatchObject({ kind: 'key-refused', way: 'oauth' });
    expect((await problemOf(session.check())).kind).toBe('key-refused');
    expect(refreshes(world)).toBe(1);
    expect(world.changed).toHaveBeenCalledTimes(1);
    expect(await connections.list()).toMatchObject([{ signedOut: true, account: world.account }]);
    expect(await tokens()).toEqual(old);
  });

  it('on its way: is asked for once more with the same token', async () => {
    const world = createWorld();
    const { sessions, tokens } = await connected(world);
    world.server.expired.add((await tokens()).access);
    world.server.fail.set('/refresh', 0);
    const session = await sessions.forReading('fake', world.account);
    expect((await session.check()).id).toBe(world.account);
    expect(refreshes(world)).toBe(2);
  });

  it.each([
    [503, 'crm-down', 1],
    [0, 'offline', 2],
  ])('for now (%d): says so, and leaves the sign-in as it is', async (status, kind, asked) => {
    const world = createWorld();
    const { sessions, tokens, connections } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    world.server.fail.set('/refresh', status);
    if (asked > 1)
      world.server.calls.mockImplementation((path) => {
        if (path === '/refresh' && refreshes(world) <= asked) world.server.fail.set(path, status);
      });
    const session = await sessions.forReading('fake', world.account);
    const problem = await problemOf(session.check());
    expect(problem.kind).toBe(kind);
    expect(JSON.stringify(problem)).not.toContain(old.refresh);
    expect(await connections.list()).toMatchObject([{ signedOut: false }]);
    expect((await session.check()).id).toBe(world.account);
  });

  it('to be kept is kept at the second try, for it can’t be had again', async () => {
    const world = createWorld();
    const { tokens } = await connected(world);
    const old = await tokens();
    world.server.expired.add(old.access);
    const change = vi.fn(world.store.change);
    change.mockRejectedValueOnce(new Error('the database was closed'));
    const session = await world.worker({ change }).sessions.forReading('fake', world.account);
    expect((await session.check()).id).toBe(world.account);
    expect(world.server.good.has((await tokens()).refresh ?? '')).toBe(true);
    expect(change).toHaveBeenCalledTimes(2);
  });

  it('brings nothing back that was disconnected meanwhile', async () => {
    const world = createWorld();
    const { sessions, connections, tokens } = await connected(world);
    world.server.expired.add((await tokens()).access);
    let open = () => {};
    world.server.gate = new Promise((done) => {
      open = () => done();
    });
    const session = await sessions.forReading('fake', world.account);
    const reading = session.check();
    await expect.poll(() => refreshes(world)).toBe(1);
    const leaving = connections.remove('fake', world.account);
    open();
    await reading;
    expect(await leaving).toBeNull();
    expect(await world.store.all()).toEqual([]);
    // The token that the refresh gave is the one that was ended.
    expect([...world.server.good].filter((token) => token.startsWith('refresh'))).toEqual([]);
  });

  it('rejects with not-connected after a disconnect', async () => {
    const world = createWorld();
    const { connections, renew, tokens } = await connected(world);
    const { access } = await tokens();
    await connections.remove('fake', world.account);
    expect((await problemOf(renew('fake', world.account, access))).kind).toBe('not-connected');
    await expect(tokensIn(world)).rejects.toThrow('not connected');
  });
});
