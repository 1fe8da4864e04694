// Signing in without a key: what is believed, what is kept aside, what comes of it when someone leaves in the middle.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { ada, ben, connected, createWorld, problemOf, type World } from './fake-crm';

const values = { client: 'c1' };
const begin = (world: World) => world.worker().connections.begin('fake', 'oauth', values);
const rows = async (world: World) => [await world.store.all(), await world.store.pending.before('9')];
const nothing = [[], []];
/** What comes back to the window, whatever it was sent, so many times. */
function comesBack(world: World, given: (state: string) => string | undefined, times = 1) {
  const answer = async (url: string) => given(new URL(url).searchParams.get('state') ?? '');
  for (let one = 0; one < times; one += 1) world.browser.launch.mockImplementationOnce(answer);
}

describe('signing in by OAuth', () => {
  it('gives the page whose account it is and never a token, and connects when the rep has said who they are', async () => {
    const world = createWorld();
    const worker = world.worker();
    const begun = await worker.connections.begin('fake', 'oauth', values);
    expect(begun).toMatchObject({ account: { id: world.account }, people: [ada] });
    expect(await world.store.all()).toEqual([]);
    const connection = await worker.connections.finish(begun.pending, ben);
    expect(connection).toMatchObject({
      crm: 'fake',
      account: world.account,
      way: 'oauth',
      keyEnd: '',
      signedOut: false,
      person: ada,
      start: { label: 'leads', url: `https://${world.account}/leads` },
    });
    const said = JSON.stringify([begun, connection, await worker.connections.list()]);
    for (const secret of world.server.good) expect(said).not.toContain(secret);
    expect(await world.store.pending.before('9')).toEqual([]);
  });

  it('sends the challenge of a verifier that only the exchange gets', async () => {
    const world = createWorld();
    await begin(world);
    const asked = new URL(world.browser.launch.mock.calls[0]?.[0] ?? '');
    const sent = new URLSearchParams(String(world.server.fetch.mock.calls[0]?.[1].body));
    const verifier = sent.get('verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(asked.href).not.toContain(verifier);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(asked.searchParams.get('challenge')).toBe(Buffer.from(hash).toString('base64url'));
    expect(sent.get('code')).toBe('the-code');
  });

  it('takes another state and verifier each time', async () => {
    const world = createWorld();
    await begin(world);
    await begin(world);
    const [one, other] = world.browser.launch.mock.calls.map(([url]) => new URL(url).searchParams);
    expect(one?.get('state')).not.toBe(other?.get('state'));
    expect(one?.get('challenge')).not.toBe(other?.get('challenge'));
  });

  it.each<[string, (state: string) => string | undefined]>([
    ['with another state', () => 'https://abcdef.chromiumapp.org/?code=c&state=theirs'],
    ['with no state', () => 'https://abcdef.chromiumapp.org/?code=c'],
    ['with two states', (state) => `https://abcdef.chromiumapp.org/?code=c&state=${state}&state=theirs`],
    ['at another address', (state) => `https://evil.example/?code=c&state=${state}`],
    ['with no code', (state) => `https://abcdef.chromiumapp.org/?state=${state}`],
    ['with two codes', (state) => `https://abcdef.chromiumapp.org/?code=c&code=d&state=${state}`],
    [
      'with a huge code',
      (state) => `https://abcdef.chromiumapp.org/?code=${'c'.repeat(5000)}&state=${state}`,
    ],
    ['with nothing', () => undefined],
  ])('exchanges nothing when it comes back %s', async (_, back) => {
    const world = createWorld();
    comesBack(world, back, 2);
    expect((await problemOf(begin(world))).kind).toBe('sign-in');
    expect(world.server.fetch).not.toHaveBeenCalled();
    expect(await rows(world)).toEqual(nothing);
  });

  it('says what the CRM said when it refused, and that a window was closed', async () => {
    const world = createWorld();
    const denied = 'error=access_denied&error_description=end-user%20denied%20authorization';
    comesBack(world, (state) => `https://abcdef.chromiumapp.org/?${denied}&state=${state}`);
    expect((await problemOf(begin(world))).message).toContain('end-user denied authorization');
    world.browser.launch.mockRejectedValueOnce(new Error('The user did not approve access.'));
    expect((await problemOf(begin(world))).message).toContain('window was closed');
  });

  it('repeats no code that stands in a refusal’s words', async () => {
    const world = createWorld();
    const denied = 'error=odd&code=c0de-Abc%2B123&error_description=no%20use%20of%20c0de-Abc%2B123';
    comesBack(world, (state) => `https://abcdef.chromiumapp.org/?${denied}&state=${state}`);
    expect((await problemOf(begin(world))).message).toContain('no use of [secret]');
  });

  it.each([
    ['no state', ''],
    ['another state', '&state=another'],
    ['two states', (state: string) => `&state=${state}&state=another`],
  ])('shows nothing of what a refusal with %s says: anyone may have sent it', async (_, given) => {
    const world = createWorld();
    const said = 'error=denied&error_description=Paste%20your%20key%20at%20evil.example';
    comesBack(
      world,
      (state) => `https://abcdef.chromiumapp.org/?${said}${typeof given === 'string' ? given : given(state)}`,
      2,
    );
    const { message } = await problemOf(begin(world));
    expect(message).not.toContain('evil');
    expect(message).toContain('does not belong to this sign-in');
    expect(world.server.fetch).not.toHaveBeenCalled();
    expect(world.browser.launch).toHaveBeenCalledTimes(2);
  });

  it('names the field that is wrong before any window opens', async () => {
    const world = createWorld();
    const problem = await problemOf(world.worker().connections.begin('fake', 'oauth', {}));
    expect(problem).toMatchObject({ kind: 'invalid', fields: [{ field: 'client' }] });
    expect(world.browser.launch).not.toHaveBeenCalled();
  });

  it.each([
    [400, 'key-refused'],
    [500, 'crm-down'],
    [0, 'offline'],
  ])('keeps nothing where the exchange ends with %d, and repeats no secret', async (status, kind) => {
    const world = createWorld();
    world.server.fail.set('/token', status);
    const problem = await problemOf(begin(world));
    expect(problem.kind).toBe(kind);
    expect(JSON.stringify(problem)).not.toContain('the-code');
    expect(await rows(world)).toEqual(nothing);
  });

  it('ends the tokens again where the account can’t be used', async () => {
    const world = createWorld();
    world.server.checkFails = {
      kind: 'forbidden',
      message: 'The API is off for access-1-of-acme.crm.example.',
    };
    const problem = await problemOf(begin(world));
    expect(problem.kind).toBe('forbidden');
    expect(JSON.stringify(problem)).not.toContain('access-1');
    expect(world.server.good.has('refresh-1-of-acme.crm.example')).toBe(false);
    expect(await rows(world)).toEqual(nothing);
  });
});

describe('a sign-in that was begun', () => {
  it('is finished by another worker than the one that began it', async () => {
    const world = createWorld();
    const { pending } = await begin(world);
    expect(await world.worker().connections.finish(pending, ada)).toMatchObject({ person: ada });
  });

  it('is one connection when it is finished twice, as after a lost answer', async () => {
    const world = createWorld();
    const { pending } = await begin(world);
    await world.worker().connections.finish(pending, ada);
    expect(await world.worker().connections.finish(pending, ada)).toMatchObject({ person: ada });
    expect(await world.store.all()).toHaveLength(1);
  });

  it('is ended and forgotten when the page was closed in the middle', async () => {
    const world = createWorld();
    const { pending } = await begin(world);
    world.profile.now = new Date('2026-11-21T10:30:00.000Z');
    await world.worker().signIns.tidy();
    expect(world.server.good.size).toBe(2);
    world.profile.now = new Date('2026-11-21T11:30:00.000Z');
    await world.worker().signIns.tidy();
    expect(await rows(world)).toEqual(nothing);
    expect([...world.server.good].filter((token) => token.startsWith('refresh'))).toEqual([]);
    expect((await problemOf(world.worker().connections.finish(pending, ada))).kind).toBe('sign-in');
  });

  it('is ended when another one is begun for the same account, and only then', async () => {
    const world = createWorld();
    const first = await begin(world);
    const other = 'other.crm.example';
    const home = world.server.host;
    world.server.host = other;
    const elsewhere = await begin(world);
    world.server.host = home;
    const second = await begin(world);
    const waiting = (await world.store.pending.before('9')).map(({ id }) => id);
    expect(waiting.sort()).toEqual([elsewhere.pending, second.pending].sort());
    const refresh = [...world.server.good].filter((token) => token.startsWith('refresh'));
    expect(refresh.filter((token) => token.endsWith(home))).toHaveLength(1);
    expect((await problemOf(world.worker().connections.finish(first.pending, ada))).kind).toBe('sign-in');
    expect(await world.worker().connections.finish(second.pending, ada)).toMatchObject({ person: ada });
  });

  it('and finished already is not ended by the next that is begun', async () => {
    const world = createWorld();
    const { tokens } = await connected(world);
    await begin(world);
    expect(world.server.good.has((await tokens()).refresh ?? '')).toBe(true);
  });

  it('is gone over an hour later, also where nothing else wakes the background', async () => {
    const world = createWorld();
    await begin(world);
    await vi.waitFor(() => expect(world.remind.mock.calls).toEqual([[3_600_000], [3_600_000]]));
    world.remind.mockClear();
    world.profile.now = new Date('2026-11-21T11:30:00.000Z');
    await world.worker().signIns.tidy();
    expect(world.remind).not.toHaveBeenCalled();
  });

  it('stays where the CRM can’t be told to end it, and is ended the next time', async () => {
    const world = createWorld();
    await begin(world);
    world.profile.now = new Date('2026-11-21T11:30:00.000Z');
    world.server.fail.set('/revoke', 503);
    await world.worker().signIns.tidy();
    expect(await world.store.pending.before('9')).toHaveLength(1);
    expect(world.remind).toHaveBeenLastCalledWith(3_600_000);
    await world.worker().signIns.tidy();
    expect(await rows(world)).toEqual(nothing);
    expect([...world.server.good].filter((token) => token.startsWith('refresh'))).toEqual([]);
  });

  it('is forgotten after some days where the CRM can’t be told at all', async () => {
    const world = createWorld();
    await begin(world);
    world.profile.now = new Date('2026-11-25T11:30:00.000Z');
    world.server.fail.set('/revoke', 0);
    await world.worker().signIns.tidy();
    expect(await rows(world)).toEqual(nothing);
  });

  it('is told where all is cleared and the CRM can’t be told to end it', async () => {
    const world = createWorld();
    await begin(world);
    world.server.fail.set('/revoke', 503);
    expect(await world.worker().signIns.drop()).toMatchObject([{ crmName: 'Fakeforce' }]);
    expect(await rows(world)).toEqual(nothing);
  });

  it('whose worker died while the CRM was asked can’t be finished', async () => {
    const world = createWorld();
    const { pending } = await begin(world);
    const row = await world.store.pending.get(pending);
    if (!row) throw new Error('nothing was kept');
    await world.store.pending.put(pending, { ...row, account: null });
    expect((await problemOf(world.worker().connections.finish(pending, ada))).kind).toBe('sign-in');
    expect(await world.store.all()).toEqual([]);
  });
});

describe('signing in again', () => {
  it('takes the values of the last time, and ends the old sign-in', async () => {
    const world = createWorld();
    const { connections, tokens } = await connected(world);
    const old = await tokens();
    const again = await connections.again('fake', world.account);
    expect(again).toMatchObject({ person: ada, signedOut: false, account: world.account });
    expect((await tokens()).access).not.toBe(old.access);
    expect(world.server.good.has(old.refresh ?? '')).toBe(false);
    expect(world.server.good.has((await tokens()).refresh ?? '')).toBe(true);
  });

  it('leaves everything as it was where another account was signed in to', async () => {
    const world = createWorld();
    const { connections, tokens } = await connected(world);
    const old = await tokens();
    world.server.host = 'other.crm.example';
    expect(await problemOf(connections.again('fake', world.account))).toMatchObject({
      kind: 'sign-in',
      message: expect.stringMatching(/^You signed in to .*other\.crm\.example.*Sign in to that one\.$/),
    });
    expect(await tokens()).toEqual(old);
    expect(await world.store.pending.before('9')).toEqual([]);
    expect(world.server.good.has(old.refresh ?? '')).toBe(true);
  });
});

describe('disconnecting', () => {
  it('ends the sign-in at the CRM and removes it here', async () => {
    const world = createWorld();
    const { connections, tokens } = await connected(world);
    const { refresh } = await tokens();
    expect(await connections.remove('fake', world.account)).toBeNull();
    expect(world.server.good.has(refresh ?? '')).toBe(false);
    expect(await rows(world)).toEqual(nothing);
  });

  it('removes it here all the same where the CRM can’t be told, says so, and repeats no secret', async () => {
    const world = createWorld();
    const { connections, tokens } = await connected(world);
    const { refresh } = await tokens();
    world.server.fail.set('/revoke', 500);
    const left = await connections.remove('fake', world.account);
    expect(left).toMatchObject({ notEnded: { kind: 'crm-down' } });
    expect(JSON.stringify(left)).not.toContain(refresh);
    expect(await rows(world)).toEqual(nothing);
  });
});
