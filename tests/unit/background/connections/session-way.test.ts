// The session of this browser: asked for only when chosen, looked up each time, kept nowhere; and several accounts at once.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { findSession } from '@/lib/background/connections/find-session';
import { createWays } from '@/lib/background/connections/ways';
import { ada, connected, createCrm, createWorld, problemOf, type World } from './fake-crm';

const sid = (host: string, value: string) => ({ name: 'sid', domain: host, value, secure: true });
const page = (host: string) => `https://${host}/leads/1`;
const acme = 'acme.crm.example';
const other = 'other.crm.example';

function signedIn(...hosts: string[]): World {
  const world = createWorld();
  world.profile.pages = hosts.map(page);
  world.profile.cookies = hosts.map((host) => sid(host, `sid-of-${host}`));
  return world;
}

async function connect(world: World, account: string) {
  const { connections } = world.worker();
  const { pending } = await connections.begin('fake', 'session', { account });
  return connections.finish(pending, ada);
}

describe('the session of this browser', () => {
  it('connects the account of the page that was chosen, and is itself kept nowhere', async () => {
    const world = signedIn(acme, other);
    expect(await connect(world, other)).toMatchObject({ account: other, way: 'session', keyEnd: '' });
    expect(JSON.stringify(await world.store.all())).not.toContain('sid-of');
    expect((await world.store.all())[0]?.credential).toEqual({
      ...{ way: 'session', page: `https://${other}/` },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('belongs to a tab’s page: none that a message names is taken', async () => {
    const world = signedIn(acme);
    world.profile.cookies?.push(sid('evil.crm.example', 'evil'));
    const { connections } = world.worker();
    const { account } = await connections.begin('fake', 'session', { page: page('evil.crm.example') });
    expect(account.id).toBe(acme);
  });

  it('is not looked for before the browser allows it, and not without a page of the CRM', async () => {
    const world = signedIn(acme);
    world.profile.cookies = null;
    expect(await problemOf(connect(world, acme))).toMatchObject({ kind: 'key-refused', way: 'session' });
    const elsewhere = createWorld();
    expect((await problemOf(connect(elsewhere, acme))).message).toContain('Open Fakeforce in a tab');
  });

  it('is tested with whose it is: another person’s does not pass for the connection’s own', async () => {
    const world = signedIn(acme);
    await connect(world, acme);
    const { sessions } = world.worker();
    await sessions.test('fake', acme);
    world.profile.cookies = [sid(acme, 'of-another')];
    world.server.sessions.set('of-another', { id: '9', name: 'Cy Other', email: '' });
    expect(await problemOf(sessions.test('fake', acme))).toMatchObject({ kind: 'other-user' });
  });

  it('goes on with the newer one after the rep has signed in to the CRM again', async () => {
    const world = signedIn(acme);
    await connect(world, acme);
    const { sessions } = world.worker();
    const session = await sessions.forReading('fake', acme);
    world.server.expired.add(`sid-of-${acme}`);
    expect(await problemOf(session.check())).toMatchObject({ kind: 'key-refused', way: 'session' });
    world.profile.cookies = [];
    expect((await problemOf(session.check())).message).toContain('not signed in to Fakeforce');
    world.profile.cookies = [sid(acme, 'newer')];
    expect((await session.check()).id).toBe(acme);
  });

  it('is read anew by the next worker', async () => {
    const world = signedIn(acme);
    await connect(world, acme);
    world.profile.cookies = [sid(acme, 'newer')];
    await (await world.worker().sessions.forReading('fake', acme)).check();
    expect(world.server.calls).toHaveBeenLastCalledWith('api newer');
  });

  it('gives the permission back with the last connection that needs it', async () => {
    const world = signedIn(acme, other);
    await connect(world, acme);
    await connect(world, other);
    const { connections } = world.worker();
    await connections.remove('fake', acme);
    expect(world.browser.forgetCookies).not.toHaveBeenCalled();
    await connections.remove('fake', other);
    expect(world.browser.forgetCookies).toHaveBeenCalledTimes(1);
    expect(world.server.calls.mock.calls.flat()).not.toContain('/revoke');
  });

  describe('the permission that it was asked for is given back', () => {
    it('where the sign-in comes to nothing: no page of the CRM, no session, a CRM that refuses it', async () => {
      const elsewhere = createWorld();
      await problemOf(connect(elsewhere, acme));
      expect(elsewhere.browser.forgetCookies).toHaveBeenCalledTimes(1);
      const signedOut = signedIn(acme);
      signedOut.profile.cookies = [];
      await problemOf(connect(signedOut, acme));
      expect(signedOut.browser.forgetCookies).toHaveBeenCalledTimes(1);
      const refused = signedIn(acme);
      refused.server.checkFails = { kind: 'no-api', message: 'no' };
      await problemOf(connect(refused, acme));
      expect(refused.browser.forgetCookies).toHaveBeenCalledTimes(1);
    });

    it('where nobody finishes the sign-in', async () => {
      const world = signedIn(acme);
      await world.worker().connections.begin('fake', 'session', { account: acme });
      await world.worker().signIns.tidy();
      expect(world.browser.forgetCookies).not.toHaveBeenCalled();
      world.profile.now = new Date(world.profile.now.getTime() + 2 * 60 * 60_000);
      await world.worker().signIns.tidy();
      expect(world.browser.forgetCookies).toHaveBeenCalledTimes(1);
    });

    it('where the last account that needs it is signed in to in another way', async () => {
      const world = signedIn(acme);
      await connect(world, acme);
      await connected(world);
      expect((await world.store.all()).map(({ credential }) => credential.way)).toEqual(['oauth']);
      expect(world.browser.forgetCookies).toHaveBeenCalledTimes(1);
    });

    it('and kept where another account, or a sign-in that waits or is under way, needs it', async () => {
      const world = signedIn(acme, other);
      await connect(world, acme);
      await problemOf(connect(world, 'third.crm.example'));
      const waits = signedIn(acme);
      await waits.worker().connections.begin('fake', 'session', { account: acme });
      await problemOf(connect(waits, 'third.crm.example'));
      const under = signedIn(acme);
      const { connections } = under.worker();
      await Promise.all([
        problemOf(connections.begin('fake', 'session', { account: 'third.crm.example' })),
        connections.begin('fake', 'session', { account: acme }),
      ]);
      for (const { browser } of [world, waits, under]) expect(browser.forgetCookies).not.toHaveBeenCalled();
    });
  });

  it('is signed in to again from the same account', async () => {
    const world = signedIn(acme);
    await connect(world, acme);
    world.profile.pages = [];
    expect(await world.worker().connections.again('fake', acme)).toMatchObject({
      account: acme,
      person: ada,
    });
  });
});

describe('a session behind a proxy', () => {
  const barred = (url: string) => (url.includes('//proxy.') ? 'A proxy stands before it.' : null);
  function behind(...hosts: string[]) {
    const world = signedIn(...hosts);
    const crm = createCrm(world.server);
    const ways = crm.ways.map((way) => (way.kind === 'session' ? { ...way, barred } : way));
    return { world, crm: { ...crm, ways } };
  }

  it('is told with the reason, and is no account to choose', async () => {
    const { world, crm } = behind(acme, 'proxy.crm.example');
    const [told] = await createWays({ crms: [crm], browser: world.browser, policy: async () => ({}) })();
    expect(told?.ways.find(({ kind }) => kind === 'session')).toMatchObject({
      accounts: [acme],
      barred: ['A proxy stands before it.'],
    });
  });

  it('is not looked for among the cookies', async () => {
    const { crm } = behind('proxy.crm.example');
    const cookies = vi.fn(async () => []);
    const way = crm.ways.find((one) => one.kind === 'session');
    if (way?.kind !== 'session') throw new Error('No session way.');
    const looked = findSession({ cookies }, 'Fakeforce', way, page('proxy.crm.example'), null);
    expect(await problemOf(looked)).toMatchObject({ kind: 'no-api', message: 'A proxy stands before it.' });
    expect(cookies).not.toHaveBeenCalled();
  });
});

describe('several accounts at once', () => {
  it('none is taken by itself where pages of several are open and nobody has chosen', async () => {
    const world = signedIn(acme, other);
    const { connections } = world.worker();
    for (const values of [{}, { account: '' }])
      expect(await problemOf(connections.begin('fake', 'session', values))).toMatchObject({
        kind: 'sign-in',
        message: expect.stringContaining('Choose'),
      });
    expect(world.server.calls).not.toHaveBeenCalled();
    // Two tabs of one account are no choice.
    world.profile.pages = [page(acme), `https://${acme}/leads/2`];
    expect((await connections.begin('fake', 'session', {})).account.id).toBe(acme);
  });

  it('the session of another host than the page’s own is never used in its place', async () => {
    const world = signedIn(acme, other);
    world.profile.cookies = [sid(other, `sid-of-${other}`)];
    expect(await problemOf(connect(world, acme))).toMatchObject({ kind: 'key-refused', way: 'session' });
    expect(world.server.calls).not.toHaveBeenCalled();
  });

  it('each page’s account picks its own sign-in, in its own way', async () => {
    const world = signedIn(other);
    const { tokens } = await connected(world);
    await connect(world, other);
    const { sessions, connections } = world.worker();
    await (await sessions.forReading('fake', acme)).check();
    expect(world.server.calls).toHaveBeenLastCalledWith(`api ${(await tokens()).access}`);
    await (await sessions.forReading('fake', other)).check();
    expect(world.server.calls).toHaveBeenLastCalledWith(`api sid-of-${other}`);
    expect((await connections.list()).map(({ account, way }) => [account, way])).toEqual([
      [acme, 'oauth'],
      [other, 'session'],
    ]);
    await connections.remove('fake', acme);
    expect((await sessions.forReading('fake', other)) && (await connections.list())).toHaveLength(1);
    expect(await problemOf(sessions.forReading('fake', acme))).toMatchObject({ kind: 'wrong-account' });
  });
});

describe('a policy that the browser is still reading', () => {
  it('keeps nobody from the ways: they are told without it first, and with it when asked again', async () => {
    const world = createWorld();
    let read: (given: Record<string, string>) => void = () => undefined;
    const policy = new Promise<Record<string, string>>((done) => {
      read = done;
    });
    const ways = createWays({
      crms: [createCrm(world.server)],
      browser: world.browser,
      policy: () => policy,
      enough: async () => undefined,
    });
    const [first] = await ways();
    expect(first?.ways.find(({ kind }) => kind === 'oauth')).toMatchObject({
      unsettled: true,
      fields: [{ id: 'client', given: null }],
    });
    const again = ways();
    read({ client: 'c-of-the-team' });
    const oauth = (await again)[0]?.ways.find(({ kind }) => kind === 'oauth');
    expect(oauth).toMatchObject({ fields: [{ id: 'client', given: 'c-of-the-team' }] });
    expect(oauth).not.toHaveProperty('unsettled');
  });
});

describe('the ways that pages are told', () => {
  it('are in the CRM’s order, with the team’s values, the accounts of open tabs, and no functions', async () => {
    const world = signedIn(other, acme, other);
    const ways = createWays({
      crms: [createCrm(world.server)],
      browser: world.browser,
      policy: async () => ({ client: 'from the team' }),
    });
    const told = await ways();
    expect(structuredClone(told)).toEqual(told);
    expect(told).toMatchObject([
      {
        crm: 'fake',
        crmName: 'Fakeforce',
        ways: [
          {
            kind: 'oauth',
            fields: [{ id: 'client', given: 'from the team' }],
            redirect: world.browser.redirect(),
          },
          { kind: 'session', ask: { permissions: ['cookies'] }, accounts: [other, acme] },
          { kind: 'key', guide: null },
        ],
      },
    ]);
  });
});
