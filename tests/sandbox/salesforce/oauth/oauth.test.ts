// Signing in: consent with PKCE, tokens, rotation, revocation; and the browser's session, where the org takes it.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { call } from '../client';
import { Browser, hidden } from './browser';

const API = 'https://acme.my.salesforce.com';
const REDIRECT = `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`;
const VERIFIER = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());

const authorize = (more: Record<string, string> = {}) =>
  `${API}/services/oauth2/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: sandbox.salesforce.clientId,
    redirect_uri: REDIRECT,
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'kept',
    ...more,
  })}`;
/** Gives consent; the answer is where the browser was sent. */
async function consent(answer = 'allow', browser = new Browser(sandbox)) {
  const page = await browser.open(authorize());
  const sent = await browser.open(`${API}/sandbox/consent`, {
    request: hidden(page.text, 'request'),
    answer,
  });
  return new URL(sent.location ?? '').searchParams;
}
const Tokens = v.looseObject({
  access_token: v.optional(v.string(), ''),
  refresh_token: v.optional(v.string()),
  instance_url: v.optional(v.string()),
  error: v.optional(v.string()),
});
async function token(form: Record<string, string>, path = 'token') {
  const body = new URLSearchParams({ client_id: sandbox.salesforce.clientId, ...form }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await sandbox.fetch(`${API}/services/oauth2/${path}`, { method: 'POST', body, headers });
  const text = await answer.text();
  return { status: answer.status, ...v.parse(Tokens, text === '' ? {} : JSON.parse(text)) };
}
const exchange = (code: string | null, more: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...more,
  });
const refresh = (value = '') => token({ grant_type: 'refresh_token', refresh_token: value });
const works = async (access: string) =>
  (await call(sandbox, '/services/data/v66.0/limits', { token: access })).status === 200;

test('consent gives a code, the code gives tokens without a secret, and the tokens tell whose they are', async () => {
  const back = await consent();
  expect(back.get('state')).toBe('kept');
  const tokens = await exchange(back.get('code'));
  expect(tokens).toMatchObject({ status: 200, instance_url: API, token_type: 'Bearer' });
  expect(tokens).not.toHaveProperty('expires_in');
  expect(tokens.access_token.split('!')[0]).toBe(sandbox.salesforce.orgs.acme.id);
  const who = await call(sandbox, '/services/oauth2/userinfo', { token: tokens.access_token });
  expect(who.body).toMatchObject({ user_id: sandbox.salesforce.user('lena').id, name: 'Lena Brandt' });
  expect((await exchange(back.get('code'))).error).toBe('invalid_grant');
});

test('the person may refuse', async () => {
  const back = await consent('deny');
  expect([back.get('error'), back.get('state'), back.get('code')]).toEqual(['access_denied', 'kept', null]);
});

test('nobody is signed in: the form asks, and refuses a wrong password', async () => {
  sandbox.salesforce.settings.signedInAs = null;
  const browser = new Browser(sandbox);
  const form = await browser.open(authorize());
  expect(form.text).toContain('name="password"');
  const startURL = hidden(form.text, 'startURL');
  const { Username: username = '' } = sandbox.salesforce.user('marcus').values;
  const log = (password: string) =>
    browser.follow(`${API}/sandbox/login`, { username: String(username), password, startURL });
  expect((await log('wrong')).status).toBe(401);
  expect((await log(sandbox.salesforce.password)).text).toContain('Marcus Oyelaran');
  const back = await consent('allow', browser);
  const tokens = await exchange(back.get('code'));
  const who = await call(sandbox, '/services/oauth2/userinfo', { token: tokens.access_token });
  expect(who.body).toMatchObject({ nickname: 'marcus' });
});

test('PKCE is demanded, and the client, the address and the verifier must be right', async () => {
  const browser = new Browser(sandbox);
  const without = await browser.open(authorize({ code_challenge_method: 'plain' }));
  expect(new URL(without.location ?? '').searchParams.get('error')).toBe('invalid_request');
  expect((await browser.open(authorize({ client_id: 'x' }))).text).toContain('invalid_client_id');
  expect((await browser.open(authorize({ redirect_uri: 'https://evil.example/' }))).text).toContain(
    'redirect_uri_mismatch',
  );
  const code = async () => (await consent()).get('code');
  expect((await exchange(await code(), { code_verifier: 'another' })).error).toBe('invalid_grant');
  expect((await exchange(await code(), { redirect_uri: `${REDIRECT}x` })).error).toBe(
    'redirect_uri_mismatch',
  );
  expect((await exchange(await code(), { client_id: 'x' })).error).toBe('invalid_client_id');
  sandbox.salesforce.settings.oauth.requireSecret = true;
  expect((await exchange(await code())).error).toBe('invalid_client');
});

test('refreshing without rotation keeps the refresh token', async () => {
  const first = await exchange((await consent()).get('code'));
  const second = await refresh(first.refresh_token);
  expect(second.refresh_token).toBeUndefined();
  expect(await works(second.access_token)).toBe(true);
  expect((await refresh(first.refresh_token)).status).toBe(200);
});

test('a rotated token works once; used again, it ends the whole family', async () => {
  sandbox.salesforce.settings.oauth.rotate = true;
  const first = await exchange((await consent()).get('code'));
  const second = await refresh(first.refresh_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  const third = await refresh(second.refresh_token);
  expect(await works(third.access_token)).toBe(true);
  expect((await refresh(first.refresh_token)).error).toBe('invalid_grant');
  expect(await works(third.access_token)).toBe(false);
  expect((await refresh(third.refresh_token)).error).toBe('invalid_grant');
});

test('revoking', async () => {
  const tokens = await exchange((await consent()).get('code'));
  expect((await token({ token: tokens.refresh_token ?? '' }, 'revoke')).status).toBe(200);
  expect(await works(tokens.access_token)).toBe(false);
  expect((await refresh(tokens.refresh_token)).error).toBe('invalid_grant');
});

test('a session that has ended is refreshed; JWT tokens have three parts', async () => {
  const tokens = await exchange((await consent()).get('code'));
  sandbox.salesforce.expire(tokens.access_token);
  expect(await works(tokens.access_token)).toBe(false);
  sandbox.salesforce.settings.oauth.jwt = true;
  const fresh = await refresh(tokens.refresh_token);
  expect(fresh.access_token.split('.')).toHaveLength(3);
  expect(await works(fresh.access_token)).toBe(true);
});

test("the browser's session: one cookie on each host, of the same org, good for REST unless the org refuses", async () => {
  const browser = new Browser(sandbox);
  const page = await browser.follow(sandbox.salesforce.people.ann.url);
  expect(page).toMatchObject({ status: 200, url: sandbox.salesforce.people.ann.url });
  const [own, api] = [browser.sid('acme.lightning.force.com'), browser.sid('acme.my.salesforce.com')];
  expect(own).not.toBe(api);
  expect(own?.split('!')[0]).toBe(api?.split('!')[0]);
  expect(await works(api ?? '')).toBe(true);
  expect(await works(own ?? '')).toBe(false);
  sandbox.salesforce.settings.sessionsRefused = true;
  const refused = await call(sandbox, '/services/data/v66.0/limits', { token: api ?? '' });
  expect(refused.status).toBe(401);
  expect(refused.body).toMatchObject([{ message: 'This session is not valid for use with the REST API' }]);
  expect(await works(sandbox.salesforce.tokens.lena)).toBe(true);
});

test('the log knows tokens by name only', async () => {
  const tokens = await exchange((await consent()).get('code'));
  await works(tokens.access_token);
  const log = JSON.stringify(sandbox.salesforce.requests);
  for (const secret of [tokens.access_token, tokens.refresh_token ?? '', sandbox.salesforce.tokens.lena])
    expect(log).not.toContain(secret);
  expect(sandbox.salesforce.requests.at(-1)).toMatchObject({ key: 'oauth lena', status: 200 });
});
