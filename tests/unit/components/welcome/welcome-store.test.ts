// Connecting, without a page: what is asked, what is kept, and that the key is forgotten as soon as it was saved.
import { describe, expect, it } from 'vitest';
import { bareKey, canGoOn, createWelcomeStore } from '@/components/welcome/welcome-store';
import { ok } from '@/lib/problem';
import { account, background, connection, people, person } from '../console/fixtures';

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
