// Connecting, without a page: what is asked, what is kept, and that the key is forgotten as soon as it was saved.
import { describe, expect, it } from 'vitest';
import { bareKey, canGoOn, createWelcomeStore } from '@/components/welcome/welcome-store';
import { ok } from '@/lib/problem/problem';
import {
  account,
  background,
  connection,
  hubspotWays,
  people,
  person,
  signInWays,
} from '../console/fixtures';

const typed = ['pat', 'eu1', 'a'.repeat(20)].join('-');
const refused = { ok: false, problem: { kind: 'key-refused', message: 'expired' } } as const;

describe('the welcome store', () => {
  it('asks for a key before it asks the CRM', async () => {
    const { send, asked } = background({});
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey('   ');
    await store.getState().check();
    expect(store.getState().keyError).toContain('Paste a key');
    expect(asked).toEqual([]);
  });

  it('checks, saves with the person, and then holds the key nowhere', async () => {
    const { send, asked } = background({
      'connections.check': () => ok({ account, people }),
      'connections.save': () => ok(connection),
    });
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey(`  Bearer ${typed}\n`);
    await store.getState().check();
    expect(store.getState()).toMatchObject({ account, people, step: 'account' });
    store.getState().choose(person);
    await store.getState().saveConnection();
    expect(asked.map(({ body }) => body)).toEqual([
      { crm: 'hubspot', key: typed },
      { crm: 'hubspot', key: typed, person },
    ]);
    expect(store.getState()).toMatchObject({ step: 'mapping', connection });
    expect(JSON.stringify(store.getState())).not.toContain(typed);
  });

  it('keeps the key on an error, and forgets the error when the key is changed', async () => {
    const { send } = background({ 'connections.check': () => refused });
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey(typed);
    await store.getState().check();
    expect(store.getState()).toMatchObject({ key: typed, checkProblem: refused.problem, account: null });
    store.getState().typeKey(`${typed}b`);
    expect(store.getState().checkProblem).toBeNull();
  });

  it('does not take an answer about another key than the one that stands there', async () => {
    let answer = () => {};
    const { send } = background({
      'connections.check': () =>
        new Promise((resolve) => {
          answer = () => resolve(ok({ account, people }));
        }),
    });
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey(typed);
    const checking = store.getState().check();
    store.getState().typeKey(`${typed}b`);
    answer();
    await checking;
    expect(store.getState()).toMatchObject({ account: null, checking: false, key: `${typed}b` });
  });

  it('keeps key and person when saving fails, and saves when tried again', async () => {
    let full = true;
    const { send } = background({
      'connections.check': () => ok({ account, people }),
      'connections.save': () =>
        full ? { ok: false, problem: { kind: 'storage', message: 'full' } } : ok(connection),
    });
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey(typed);
    await store.getState().check();
    store.getState().choose(person);
    await store.getState().saveConnection();
    expect(store.getState()).toMatchObject({ key: typed, person, saveProblem: { kind: 'storage' } });
    full = false;
    await store.getState().saveConnection();
    expect(store.getState()).toMatchObject({ key: '', step: 'mapping', saveProblem: null });
  });

  it('changes only the person once the key was saved', async () => {
    const { send, asked } = background({
      'connections.check': () => ok({ account, people }),
      'connections.save': () => ok(connection),
      'connections.person': (body) => ok({ ...connection, person: body.person }),
    });
    const store = createWelcomeStore(send, 'hubspot');
    store.getState().typeKey(typed);
    await store.getState().check();
    store.getState().choose(person);
    await store.getState().saveConnection();
    const other = { ...person, id: '104', name: 'Dana Meyers' };
    store.getState().choose(other);
    await store.getState().saveConnection();
    expect(asked.at(-1)).toEqual({
      name: 'connections.person',
      body: { crm: 'hubspot', account: connection.account, person: other },
    });
  });
});

describe('canGoOn', () => {
  const lacking = (need: 'must' | 'should') => ({
    ...account,
    missing: [{ scope: 's', need, purpose: 'to try' }],
  });
  it('needs an account without a needed scope missing', () => {
    expect(canGoOn(null)).toBe(false);
    expect(canGoOn(account)).toBe(true);
    expect(canGoOn(lacking('should'))).toBe(true);
    expect(canGoOn(lacking('must'))).toBe(false);
  });
});

describe('bareKey', () => {
  it.each([
    [' abc ', 'abc'],
    ['Bearer abc', 'abc'],
    ['bearer   abc\n', 'abc'],
    ['bearerabc', 'bearerabc'],
  ])('%j', (given, bare) => expect(bareKey(given)).toBe(bare));
});

describe('signing in without a key', () => {
  const pending = '6f2f4c9e-2f0e-4d7e-9d0c-7a4b0d3d1c11';
  const begun = (more: Partial<typeof account> = {}) =>
    ok({ pending, account: { ...account, ...more }, people });
  const ready = async (answer: () => ReturnType<typeof begun> | Promise<ReturnType<typeof begun>>) => {
    const made = background({
      'connections.ways': () => ok([hubspotWays, signInWays]),
      'connections.list': () => ok([]),
      'connections.begin': answer,
      'connections.finish': () => ok(connection),
    });
    const store = createWelcomeStore(made.send);
    await store.getState().load();
    store.getState().chooseCrm('fake');
    return { ...made, store };
  };

  it('takes the person whom the CRM itself names, and lets the rep change it', async () => {
    const { store } = await ready(() => ok({ pending, account: { ...account, user: person }, people }));
    await store.getState().signIn();
    expect(store.getState()).toMatchObject({ person, pending, step: 'account', checking: false });
  });

  it('forgets a sign-in when another way or CRM is chosen, and takes no late answer for it', async () => {
    let answer = () => {};
    const { store, asked } = await ready(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(begun());
        }),
    );
    const signing = store.getState().signIn();
    await expect.poll(() => asked.at(-1)?.name).toBe('connections.begin');
    store.getState().chooseWay('session');
    answer();
    await signing;
    expect(store.getState()).toMatchObject({ way: 'session', pending: null, account: null, checking: false });
  });

  it('begins nothing where the rep turned away while the browser asked', async () => {
    const { store, asked } = await ready(() => begun());
    store.getState().chooseWay('session');
    const signing = store.getState().signIn(Promise.resolve(true));
    store.getState().chooseWay('oauth');
    await signing;
    expect(asked.some(({ name }) => name === 'connections.begin')).toBe(false);
  });

  it('forgets it when a value is changed', async () => {
    const { store } = await ready(() => begun());
    await store.getState().signIn();
    store.getState().typeValue('host', 'other');
    expect(store.getState()).toMatchObject({ pending: null, account: null, values: { host: 'other' } });
  });

  it('changes only the person once it was finished', async () => {
    const { store, asked } = await ready(() => begun());
    await store.getState().signIn();
    store.getState().choose(person);
    await store.getState().saveConnection();
    expect(store.getState()).toMatchObject({ step: 'mapping', pending: null, connection });
    await store.getState().saveConnection();
    expect(asked.slice(-2).map(({ name }) => name)).toEqual(['connections.finish', 'connections.person']);
  });
});
