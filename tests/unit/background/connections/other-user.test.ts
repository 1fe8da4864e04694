// A different person signed in than the one who answered: found out before anything is sent, and never sent as theirs.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem/problem';
import { ada, ben, connected, createWorld, problemOf, type World } from './fake-crm';

const HOST = 'acme.crm.example';
const sid = (value: string) => [{ name: 'sid', domain: HOST, value, secure: true }];
const byAda = { by: ada, as: ada };
const heldFor = (now: string) => ({ kind: 'other-user', users: { answered: ada.name, now } });
const asked = ({ server }: World) => server.calls.mock.calls.map(([call]) => call);

/** Connected with the session that Ada has in this browser; Ben has one as well. */
async function bySession() {
  const world = createWorld();
  world.profile.pages = [`https://${HOST}/leads/1`];
  world.profile.cookies = sid('ada-1');
  world.server.sessions.set('ben-1', ben);
  const { connections } = world.worker();
  const { pending } = await connections.begin('fake', 'session', { account: HOST });
  await connections.finish(pending, ada);
  world.server.calls.mockClear();
  return { world, ...world.worker() };
}

describe('with the session of this browser', () => {
  it('is asked whose it is once for each key, before the first write', async () => {
    const { world, sessions } = await bySession();
    await sessions.forWriting('fake', HOST, byAda);
    await sessions.forWriting('fake', HOST, byAda);
    expect(asked(world).filter((call) => call === 'api ada-1')).toHaveLength(2);
    expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
  });

  it('holds what Ada answered while Ben is signed in, though her session is still good; goes on when she is back', async () => {
    const { world, sessions } = await bySession();
    await sessions.forWriting('fake', HOST, byAda);
    world.profile.cookies = sid('ben-1');
    expect(await problemOf(sessions.forWriting('fake', HOST, byAda))).toMatchObject(heldFor(ben.name));
    world.profile.cookies = sid('ada-2');
    const session = await sessions.forWriting('fake', HOST, byAda);
    expect((await session.check()).user).toEqual(ada);
  });

  it('takes no decision of Ben’s in Ada’s name: he is told whose connection it is', async () => {
    const { world, sessions } = await bySession();
    world.profile.cookies = sid('ben-1');
    expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject({
      kind: 'other-user',
      users: { answered: ada.name, now: ben.name, as: 'confirm' },
    });
  });

  it('ended in the middle of a write: Ben’s session, which is there by then, does not finish it', async () => {
    const { world, sessions } = await bySession();
    const session = await sessions.forWriting('fake', HOST, byAda);
    world.server.expired.add('ada-1');
    world.profile.cookies = sid('ben-1');
    world.server.calls.mockClear();
    expect(await problemOf(session.check())).toMatchObject(heldFor(ben.name));
    // Asked whose it is, and nothing else.
    expect(asked(world)).toEqual(['api ada-1', 'api ben-1']);
  });

  it('ended in the middle of a write: her own newer one finishes it', async () => {
    const { world, sessions } = await bySession();
    const session = await sessions.forWriting('fake', HOST, byAda);
    world.server.expired.add('ada-1');
    world.profile.cookies = sid('ada-2');
    expect((await session.check()).user).toEqual(ada);
  });

  it('gone, or no longer to be looked at: held, and said; there again: it goes on', async () => {
    const { world, sessions } = await bySession();
    await sessions.forWriting('fake', HOST, byAda);
    for (const none of [[], null]) {
      world.profile.cookies = none;
      expect(await problemOf(sessions.forWriting('fake', HOST, byAda))).toMatchObject({
        kind: 'key-refused',
        way: 'session',
      });
    }
    world.profile.cookies = sid('ada-1');
    await sessions.forWriting('fake', HOST, byAda);
  });

  describe('whose can’t be asked at the moment', () => {
    const cutOff = ({ server }: World) => {
      const { ownerOf } = server;
      server.ownerOf = () => {
        throw new ProblemError({ kind: 'offline', message: 'no network' });
      };
      return () => {
        server.ownerOf = ownerOf;
      };
    };
    const unasked = { kind: 'other-user', users: { answered: ada.name, now: '', as: 'unasked' } };

    it('gone: the connection’s own user is on record', async () => {
      const { world, sessions } = await bySession();
      cutOff(world);
      world.profile.cookies = [];
      expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
    });

    it('still the one that she signed in with: it is hers, in this worker and in the next', async () => {
      const { world, sessions } = await bySession();
      cutOff(world);
      expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
      expect(await world.worker().sessions.signedIn('fake', HOST)).toEqual(ada);
    });

    it('a newer one that was seen to be hers since: it is hers', async () => {
      const { world, sessions } = await bySession();
      world.profile.cookies = sid('ada-2');
      expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
      cutOff(world);
      expect(await world.worker().sessions.signedIn('fake', HOST)).toEqual(ada);
      world.profile.cookies = sid('ada-1');
      expect(await problemOf(world.worker().sessions.signedIn('fake', HOST))).toMatchObject(unasked);
    });

    it('Ben’s, by what the cookie says: nothing is taken, in her name or in his', async () => {
      const { world, sessions } = await bySession();
      const back = cutOff(world);
      world.profile.cookies = sid('ben-1');
      expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject(unasked);
      back();
      expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject({ users: { as: 'confirm' } });
      // What was seen to be his is not remembered as hers.
      cutOff(world);
      expect(await problemOf(world.worker().sessions.signedIn('fake', HOST))).toMatchObject(unasked);
    });

    it('Ben’s, on the account’s host alone, without the page’s: nothing is taken either', async () => {
      const { world, sessions } = await bySession();
      cutOff(world);
      await world.store.change('fake', HOST, (row) => ({
        ...row,
        credential: { way: 'session', page: 'https://pages.crm.example/' },
      }));
      world.profile.cookies = sid('ben-1');
      expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject(unasked);
    });

    it('connected by an older version, which kept no digest: nothing is taken until it could be asked once', async () => {
      const { world, sessions } = await bySession();
      const back = cutOff(world);
      await world.store.change('fake', HOST, (row) => ({
        ...row,
        credential: { way: 'session', page: `https://${HOST}/` },
      }));
      expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject(unasked);
      back();
      expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
      cutOff(world);
      expect(await world.worker().sessions.signedIn('fake', HOST)).toEqual(ada);
    });

    it('not to be looked at: whose it is can’t be known, and that is said', async () => {
      const { world, sessions } = await bySession();
      world.profile.cookies = null;
      expect(await problemOf(sessions.signedIn('fake', HOST))).toMatchObject({
        kind: 'key-refused',
        way: 'session',
      });
    });
  });

  it('of an older version, which did not say: the first write finds out, and it is kept', async () => {
    const { world, sessions } = await bySession();
    await world.store.change('fake', HOST, (row) => ({ ...row, user: null }));
    await sessions.forWriting('fake', HOST, { by: ada });
    expect((await world.store.get('fake', HOST))?.user).toEqual(ada);
  });
});

describe('by OAuth', () => {
  it('costs no call: the token is hers who signed in', async () => {
    const world = createWorld();
    const { sessions } = await connected(world);
    world.server.calls.mockClear();
    expect(await sessions.signedIn('fake', HOST)).toEqual(ada);
    expect(asked(world)).toEqual([]);
  });

  it('Ben signs in to the same account: he is who writes from then on, and what Ada left is held', async () => {
    const world = createWorld();
    const { sessions, connections } = await connected(world);
    world.server.user = ben;
    expect(await connections.again('fake', HOST)).toMatchObject({ person: ben, user: ben });
    const held = { kind: 'other-user', users: { answered: ada.name, now: ben.name } };
    expect(await problemOf(sessions.forWriting('fake', HOST, byAda))).toMatchObject(held);
    await sessions.forWriting('fake', HOST, { by: ben, as: ben });
    world.server.user = ada;
    expect(await connections.again('fake', HOST)).toMatchObject({ person: ada });
    await sessions.forWriting('fake', HOST, byAda);
  });

  it('Ben signs in while Ada’s write is under way: it is not repeated with his token', async () => {
    const world = createWorld();
    const { sessions, connections } = await connected(world);
    const session = await sessions.forWriting('fake', HOST, byAda);
    world.server.user = ben;
    await connections.again('fake', HOST);
    // Her tokens were ended with it.
    world.server.good.delete(`access-1-of-${HOST}`);
    world.server.calls.mockClear();
    expect(await problemOf(session.check())).toMatchObject(heldFor(ben.name));
    expect(asked(world)).toEqual([`api access-1-of-${HOST}`]);
  });

  it('Ada signs in again while her write is under way: it goes on with the new token', async () => {
    const world = createWorld();
    const { sessions, connections } = await connected(world);
    const session = await sessions.forWriting('fake', HOST, byAda);
    await connections.again('fake', HOST);
    world.server.good.delete(`access-1-of-${HOST}`);
    expect((await session.check()).user).toEqual(ada);
  });

  it('writes as whose sign-in it is, whomever a page names', async () => {
    const world = createWorld();
    const { connections } = world.worker();
    const begun = await connections.begin('fake', 'oauth', { client: 'c1' });
    expect(begun.people).toEqual([ada]);
    expect(await connections.finish(begun.pending, ben)).toMatchObject({ person: ada, user: ada });
    // The answer to the first "finish" was lost, and it is asked once more.
    expect(await connections.finish(begun.pending, ben)).toMatchObject({ person: ada, user: ada });
    expect(await problemOf(connections.choosePerson('fake', HOST, ben))).toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining(`this is ${ada.name}’s sign-in`),
    });
    expect(await connections.choosePerson('fake', HOST, ada)).toMatchObject({ person: ada });
    expect(await connections.again('fake', HOST)).toMatchObject({ person: ada, user: ada });
  });
});

describe('another person chosen in the connections', () => {
  it('holds what the one before confirmed, and lets it go when they are chosen again', async () => {
    const world = createWorld();
    const { sessions, connections } = await connected(world);
    // As with a key, which is nobody's.
    await world.store.change('fake', HOST, (row) => ({ ...row, user: null }));
    await connections.choosePerson('fake', HOST, ben);
    expect(await problemOf(sessions.forWriting('fake', HOST, byAda))).toMatchObject({
      kind: 'other-user',
      users: { answered: ada.name, now: ben.name, as: 'chosen' },
    });
    await connections.choosePerson('fake', HOST, ada);
    await sessions.forWriting('fake', HOST, byAda);
  });
});

it('an account whose host the browser no longer lets us reach: held, with what to allow', async () => {
  const world = createWorld();
  const host = 'acme.region.crm.example';
  const origins = ['https://acme.region.crm.example/*', 'https://acme.pages.region.crm.example/*'];
  world.profile.granted = origins;
  world.server.host = host;
  const { connections, sessions } = world.worker();
  const { pending } = await connections.begin('fake', 'oauth', { client: 'c1', host });
  await connections.finish(pending, ada);
  await sessions.forWriting('fake', host, byAda);
  world.profile.granted = [];
  expect(await problemOf(sessions.forWriting('fake', host, byAda))).toMatchObject({
    kind: 'not-connected',
    barred: host,
  });
  world.profile.granted = origins;
  await sessions.forWriting('fake', host, byAda);
});

it('no word of any of it holds a key', async () => {
  const { world, sessions } = await bySession();
  const session = await sessions.forWriting('fake', HOST, byAda);
  world.server.expired.add('ada-1');
  world.profile.cookies = sid('ben-1');
  const words = [
    await problemOf(session.check()),
    await problemOf(sessions.forWriting('fake', HOST, byAda)),
    await problemOf(sessions.signedIn('fake', HOST)),
  ];
  for (const secret of ['ada-1', 'ben-1']) expect(JSON.stringify(words)).not.toContain(secret);
});
