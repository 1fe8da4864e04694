// Signing in with PKCE, renewing with rotation, signing out.
import { describe, expect, it } from 'vitest';
import {
  authorizeUrl,
  type Client,
  codeFrom,
  exchange,
  refresh,
  revoke,
  startSignIn,
  type Tokens,
} from '@/lib/crm/salesforce/oauth';
import { createRenewal } from '@/lib/crm/salesforce/renewal';
import { json, script } from '../answers';
import { problemOf } from '../portal';
import { HOST, someToken } from './org';

const client: Client = { host: HOST, clientId: '3MVG9x', redirectUri: 'https://abc.chromiumapp.org/' };
const ORG = '00D5e000000abcDEAQ';
const granted = (more: object = {}) =>
  json({
    access_token: 'access-2-token',
    refresh_token: 'refresh-2',
    instance_url: `https://${HOST}`,
    id: `https://login.salesforce.com/id/${ORG}/0055e000000abcDAAQ`,
    token_type: 'Bearer',
    ...more,
  });
const kept = (): Tokens => ({
  access: someToken(),
  refresh: 'refresh-1',
  host: HOST,
  clientId: '3MVG9x',
  org: ORG,
});
const form = (body: unknown) => Object.fromEntries(new URLSearchParams(String(body)));
const problemIn = (run: () => unknown) => problemOf(new Promise((resolve) => resolve(run())));

describe('signing in', () => {
  it('proves itself by a hash of a secret that only it has', async () => {
    const first = await startSignIn((length) => new Uint8Array(length).fill(7));
    expect(first.verifier).toMatch(/^[\w-]{64}$/);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(first.verifier));
    expect(first.challenge).toBe(Buffer.from(hash).toString('base64url'));
    expect((await startSignIn()).verifier).not.toBe((await startSignIn()).verifier);
  });

  it('opens the My Domain page with everything but a secret', async () => {
    const signIn = await startSignIn();
    const url = new URL(authorizeUrl(client, signIn));
    expect(url.origin + url.pathname).toBe(`https://${HOST}/services/oauth2/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: '3MVG9x',
      redirect_uri: 'https://abc.chromiumapp.org/',
      code_challenge: signIn.challenge,
      code_challenge_method: 'S256',
      state: signIn.state,
      scope: 'api refresh_token',
    });
    expect(url.href).not.toContain(signIn.verifier);
    expect((await problemIn(() => authorizeUrl({ ...client, host: 'evil.example' }, signIn))).kind).toBe(
      'invalid',
    );
  });

  it('takes the code of its own answer only', async () => {
    const signIn = await startSignIn();
    const back = (query: string) => `https://abc.chromiumapp.org/?${query}`;
    expect(codeFrom(back(`code=abc&state=${signIn.state}`), signIn)).toBe('abc');
    const kinds = await Promise.all(
      [back('code=abc&state=other'), back('code=abc'), 'nothing', back(`state=${signIn.state}`)].map((url) =>
        problemIn(() => codeFrom(url, signIn)),
      ),
    );
    expect(kinds.map((one) => one.kind)).toEqual(Array(4).fill('odd-answer'));
    const refused = await problemIn(() =>
      codeFrom(back(`error=access_denied&state=${signIn.state}`), signIn),
    );
    expect(refused).toMatchObject({
      kind: 'key-refused',
      message: 'You did not allow Stagecheck to use Salesforce.',
    });
  });

  it('trades the code for tokens, without a client secret', async () => {
    const signIn = await startSignIn();
    const parts = script(granted({ instance_url: 'https://acme--uat.sandbox.my.salesforce.com' }));
    expect(await exchange(client, 'abc', signIn, parts)).toEqual({
      access: 'access-2-token',
      refresh: 'refresh-2',
      host: 'acme--uat.sandbox.my.salesforce.com',
      clientId: '3MVG9x',
      org: ORG,
    });
    expect(parts.calls[0]?.url).toBe(`https://${HOST}/services/oauth2/token`);
    expect(form(parts.calls[0]?.init.body)).toEqual({
      grant_type: 'authorization_code',
      code: 'abc',
      client_id: '3MVG9x',
      redirect_uri: 'https://abc.chromiumapp.org/',
      code_verifier: signIn.verifier,
    });
  });

  it.each([
    ['an instance elsewhere', granted({ instance_url: 'https://evil.example' }), 'invalid'],
    ['no token', json({ token_type: 'Bearer' }), 'odd-answer'],
    [
      'a used code',
      json({ error: 'invalid_grant', error_description: 'expired authorization code' }, 400),
      'key-refused',
    ],
    ['a dropped line', new TypeError('drop'), 'offline'],
  ])('ends as a problem with %s, and is not repeated', async (_, answer, kind) => {
    const parts = script(answer);
    expect((await problemOf(exchange(client, 'abc', await startSignIn(), parts))).kind).toBe(kind);
    expect(parts.calls).toHaveLength(1);
  });
});

describe('renewing', () => {
  const lock = <T>(_: string, run: () => Promise<T>) => run();

  it('keeps the rotated token before anyone uses the new one', async () => {
    const before = kept();
    const order: string[] = [];
    const parts = script(granted());
    const renew = createRenewal(HOST, {
      load: async () => before,
      save: async (tokens) => void order.push(`saved ${tokens.refresh} ${tokens.access}`),
      lock,
      transport: parts,
    });
    order.push(`given ${await renew(before.access)}`);
    expect(order).toEqual(['saved refresh-2 access-2-token', 'given access-2-token']);
    expect(form(parts.calls[0]?.init.body)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: '3MVG9x',
    });
  });

  it('keeps the old refresh token where Salesforce sends none', async () => {
    const fresh = await refresh(kept(), script(granted({ refresh_token: undefined })));
    expect(fresh).toMatchObject({ access: 'access-2-token', refresh: 'refresh-1' });
  });

  it('gives no token that could not be kept', async () => {
    const before = kept();
    const renew = createRenewal(HOST, {
      load: async () => before,
      save: () => Promise.reject(new Error('disk full')),
      lock,
      transport: script(granted()),
    });
    await expect(renew(before.access)).rejects.toThrow('disk full');
  });

  it('sends one call however many ask, also from several workers', async () => {
    let stored = kept();
    const refused = stored.access;
    const parts = script(granted());
    let line: Promise<unknown> = Promise.resolve();
    const inLine = <T>(_: string, run: () => Promise<T>): Promise<T> => {
      const next = line.then(run);
      line = next.catch(() => undefined);
      return next;
    };
    const worker = () =>
      createRenewal(HOST, {
        load: async () => stored,
        save: async (tokens) => {
          stored = tokens;
        },
        lock: inLine,
        transport: parts,
      });
    const given = await Promise.all([worker()(refused), worker()(refused), worker()(refused)]);
    expect(given).toEqual(Array(3).fill('access-2-token'));
    expect(parts.calls).toHaveLength(1);
  });

  it.each([
    ['was disconnected', null, 'key-refused', 0],
    ['never had a refresh token', { ...kept(), refresh: null }, 'key-refused', 0],
    ['was taken back', kept(), 'key-refused', 1],
  ])('tells that the sign-in ended when it %s', async (_, stored, kind, calls) => {
    const parts = script(
      json({ error: 'invalid_grant', error_description: 'expired access/refresh token' }, 400),
    );
    const renew = createRenewal(HOST, {
      load: async () => stored,
      save: () => Promise.reject(new Error('nothing to keep')),
      lock,
      transport: parts,
    });
    expect((await problemOf(renew(stored?.access ?? ''))).kind).toBe(kind);
    expect(parts.calls).toHaveLength(calls);
  });
});

describe('signing out', () => {
  it('revokes the refresh token, which ends all of them; one that is void already will do', async () => {
    const parts = script(new Response('', { status: 200 }), json({ error: 'invalid_token' }, 400));
    await revoke(kept(), parts);
    expect(form(parts.calls[0]?.init.body)).toEqual({ token: 'refresh-1' });
    await revoke(kept(), parts);
    expect((await problemOf(revoke(kept(), script(new TypeError('drop'))))).kind).toBe('offline');
  });
});
