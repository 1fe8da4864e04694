// Signing in with PKCE, renewing with rotation, signing out.
import { describe, expect, it } from 'vitest';
import { salesforce } from '@/lib/crm/salesforce';
import type { OAuthWay, Tokens } from '@/lib/crm/shared/crm';
import { json, script } from '../../answers';
import { problemOf } from '../../portal';
import { HOST, someToken } from '../org';

const found = salesforce.ways.find((way): way is OAuthWay => way.kind === 'oauth');
const way = (): OAuthWay => {
  if (!found) throw new Error('Salesforce has no OAuth.');
  return found;
};
const values = { host: HOST, clientId: '3MVG9x' };
const redirect = 'https://abc.chromiumapp.org/';
const at = { code: 'abc', redirect, verifier: 'the-verifier' };
const here = { redirect, challenge: 'the-challenge', state: 'the-state' };
const ORG = '00D5e000000abcDEAQ';
const USER = '0055e000000abcDAAQ';
const granted = (more: object = {}) =>
  json({
    access_token: 'access-2-token',
    refresh_token: 'refresh-2',
    instance_url: `https://${HOST}`,
    id: `https://login.salesforce.com/id/${ORG}/${USER}`,
    token_type: 'Bearer',
    ...more,
  });
const access = someToken();
const kept = (): Tokens => ({
  access,
  refresh: 'refresh-1',
  origin: `https://${HOST}`,
  fields: { clientId: '3MVG9x', org: ORG },
});
const form = (body: unknown) => Object.fromEntries(new URLSearchParams(String(body)));
const problemIn = (run: () => unknown) => problemOf(new Promise((resolve) => resolve(run())));

describe('signing in', () => {
  it('opens the My Domain page with everything but a secret', async () => {
    const url = new URL(await way().start(values, here));
    expect(url.origin + url.pathname).toBe(`https://${HOST}/services/oauth2/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: '3MVG9x',
      redirect_uri: redirect,
      code_challenge: 'the-challenge',
      code_challenge_method: 'S256',
      state: 'the-state',
      scope: 'api refresh_token',
    });
  });

  it.each([
    [` ${HOST.toUpperCase()} `, HOST],
    [`https://${HOST}/`, HOST],
    ['https://acme.lightning.force.com/lightning/page/home', HOST],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
  ])('takes the org’s host as people paste it: %s', async (host, expected) => {
    expect(new URL(await way().start({ ...values, host }, here)).host).toBe(expected);
  });

  it.each([
    [{ host: 'evil.example' }, ['host']],
    [{ host: 'login.salesforce.com' }, ['host']],
    [{ host: `${HOST}.evil.example` }, ['host']],
    [{ clientId: '' }, ['clientId']],
    [{ host: '', clientId: 'two words' }, ['host', 'clientId']],
  ])('says which value is wrong: %j', async (wrong, fields) => {
    const problem = await problemIn(() => way().start({ ...values, ...wrong }, here));
    expect(problem.kind).toBe('invalid');
    expect(problem.fields?.map((one) => one.field)).toEqual(fields);
  });

  it('trades the code for tokens, without a client secret', async () => {
    const parts = script(granted());
    expect(await way().exchange(values, at, parts.fetch)).toEqual({
      access: 'access-2-token',
      refresh: 'refresh-2',
      origin: `https://${HOST}`,
      fields: { clientId: '3MVG9x', org: ORG, user: USER },
    });
    expect(parts.calls[0]?.url).toBe(`https://${HOST}/services/oauth2/token`);
    expect(form(parts.calls[0]?.init.body)).toEqual({
      grant_type: 'authorization_code',
      code: 'abc',
      client_id: '3MVG9x',
      redirect_uri: 'https://abc.chromiumapp.org/',
      code_verifier: 'the-verifier',
    });
  });

  it('gives up, and ends, a sign-in that opens another org than the one that was typed', async () => {
    const other = 'acme--uat.sandbox.my.salesforce.com';
    const parts = script(granted({ instance_url: `https://${other}` }), new Response(null, { status: 200 }));
    const problem = await problemOf(way().exchange(values, at, parts.fetch));
    expect(problem).toMatchObject({ kind: 'sign-in' });
    expect(problem.message).toContain(`You typed ${HOST}`);
    expect(problem.message).toContain(`type ${other}`);
    expect(parts.calls[1]?.url).toBe(`https://${HOST}/services/oauth2/revoke`);
    expect(form(parts.calls[1]?.init.body)).toEqual({ token: 'refresh-2' });
  });

  it('takes an answer that names no instance for the org that was typed', async () => {
    const parts = script(granted({ instance_url: undefined }));
    expect((await way().exchange(values, at, parts.fetch)).origin).toBe(`https://${HOST}`);
  });

  it.each([
    ['no token', json({ token_type: 'Bearer' }), 'odd-answer'],
    [
      'a used code',
      json({ error: 'invalid_grant', error_description: 'expired authorization code' }, 400),
      'key-refused',
    ],
    ['a dropped line', new TypeError('drop'), 'offline'],
  ])('ends as a problem with %s, and is not repeated', async (_, answer, kind) => {
    const parts = script(answer);
    expect((await problemOf(way().exchange(values, at, parts.fetch))).kind).toBe(kind);
    expect(parts.calls).toHaveLength(1);
  });
});

describe('a grant that is not kept', () => {
  const ended = () => new Response(null, { status: 200 });
  const plain = 'https://na45.salesforce.com';
  it.each([
    ['whose instance is of no My Domain', { instance_url: plain }, 'na45.salesforce.com'],
    [
      'whose instance is of an older kind',
      { instance_url: 'https://acme.cloudforce.com' },
      'acme.cloudforce.com',
    ],
    ['whose instance is elsewhere', { instance_url: 'https://evil.example' }, 'evil.example'],
    ['whose instance is no address', { instance_url: 'not a url' }, HOST],
    ['whose instance is no text', { instance_url: 7 }, HOST],
    ['with a short access token', { access_token: 'short' }, HOST],
    ['with no access token', { access_token: undefined }, HOST],
    ['whose id is no text', { id: 7 }, HOST],
  ])('is ended at the host that gave it, and there alone: %s', async (_, more, named) => {
    const parts = script(granted(more), ended());
    const told = await problemOf(way().exchange(values, at, parts.fetch));
    expect(told.kind).toBe('sign-in');
    expect(told.message).toContain(HOST);
    expect(told.message).toContain(named);
    expect(told.message).toContain('was ended');
    expect(parts.calls.map(({ url }) => url)).toEqual([
      `https://${HOST}/services/oauth2/token`,
      `https://${HOST}/services/oauth2/revoke`,
    ]);
    expect(form(parts.calls[1]?.init.body)).toEqual({ token: 'refresh-2' });
  });

  it('is ended by its access token, where that is all there is', async () => {
    const parts = script(granted({ refresh_token: undefined, instance_url: plain }), ended());
    await problemOf(way().exchange(values, at, parts.fetch));
    expect(form(parts.calls[1]?.init.body)).toEqual({ token: 'access-2-token' });
  });

  it('tells its org by the id that came along, and no token that an address repeats', async () => {
    const parts = script(granted({ instance_url: 'https://Access-2-Token-refresh-2.example' }), ended());
    const told = await problemOf(way().exchange(values, at, parts.fetch));
    expect(told.message).toContain(ORG);
    expect(told.message.toLowerCase()).not.toMatch(/access-2-token|refresh-2/);
  });

  it.each([
    ['an address of no My Domain', plain],
    ['another org', 'https://acme--uat.sandbox.my.salesforce.com'],
  ])('is told as alive where it could not be ended: %s', async (_, instance_url) => {
    const parts = script(granted({ instance_url }), new TypeError('drop'));
    const told = await problemOf(way().exchange(values, at, parts.fetch));
    expect(told.message).toContain('could not be ended');
  });
});

describe('renewing', () => {
  it('asks once, by the client id that the token was given to, and takes the rotated one', async () => {
    const parts = script(granted());
    expect(await way().refresh(kept(), parts.fetch)).toEqual({
      ...kept(),
      access: 'access-2-token',
      refresh: 'refresh-2',
    });
    expect(parts.calls).toHaveLength(1);
    expect(form(parts.calls[0]?.init.body)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: '3MVG9x',
    });
  });

  it.each([[undefined], [''], [' '], ['undefined'], [null], [7], ['with a space in it']])(
    'keeps the old refresh token where Salesforce sends none: %s',
    async (refresh_token) => {
      const fresh = await way().refresh(kept(), script(granted({ refresh_token })).fetch);
      expect(fresh).toMatchObject({ access: 'access-2-token', refresh: 'refresh-1' });
    },
  );

  it.each([
    ['never had a refresh token', { ...kept(), refresh: null }, 'key-refused', 0],
    ['was taken back', kept(), 'key-refused', 1],
    ['would go elsewhere', { ...kept(), origin: 'https://evil.example' }, 'invalid', 0],
  ])('ends where it %s', async (_, tokens, kind, calls) => {
    const parts = script(
      json({ error: 'invalid_grant', error_description: 'expired access/refresh token' }, 400),
    );
    expect((await problemOf(way().refresh(tokens, parts.fetch))).kind).toBe(kind);
    expect(parts.calls).toHaveLength(calls);
  });
});

it.each<[string, number, unknown]>([
  ['a page', 401, '<html>Sign in to the network</html>'],
  ['nothing', 401, ''],
  ['another’s JSON', 401, { message: 'no' }],
  ['an error of the API', 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'x' }]],
  ['an error of the app’s', 400, { error: 'invalid_client_id' }],
])('a renewal that is refused by %s (%i) does not end the sign-in', async (_, status, body) => {
  const answer = typeof body === 'string' ? new Response(body, { status }) : json(body, status);
  expect((await problemOf(way().refresh(kept(), script(answer).fetch))).kind).not.toBe('key-refused');
});

it.each(['invalid_grant', 'inactive_user', 'inactive_org'])('%s ends the sign-in', async (error) => {
  const { fetch } = script(json({ error, error_description: 'x' }, 400));
  expect((await problemOf(way().refresh(kept(), fetch))).kind).toBe('key-refused');
});

describe('what goes along with a sign-in', () => {
  const secret = `5Aep861.${'Q+/='.repeat(150)}${crypto.randomUUID()}`;
  /** A refusal that repeats all of the form that it was sent, and the form's values as they are. */
  const repeats = (_: string, init: RequestInit) => {
    const error_description = `${init.body} ${Object.values(form(init.body)).join(' ')}`;
    return json({ error: 'odd_request', error_description }, 400);
  };

  it.each<[string, (call: OAuthWay) => Promise<unknown>]>([
    ['the code', (call) => call.exchange(values, { ...at, code: secret }, script(repeats).fetch)],
    ['the verifier', (call) => call.exchange(values, { ...at, verifier: secret }, script(repeats).fetch)],
    ['the refresh token', (call) => call.refresh({ ...kept(), refresh: secret }, script(repeats).fetch)],
  ])('%s is not repeated by a problem, not even in part', async (_, run) => {
    const told = JSON.stringify(await problemOf(run(way())));
    expect(told).toContain('[secret]');
    expect(told).not.toMatch(/5Aep861|Q(\+|%2B)/);
  });

  it('may be given again by a good answer: the refresh token that was sent is kept', async () => {
    const { fetch } = script(granted({ refresh_token: 'refresh-1-token' }));
    const fresh = await way().refresh({ ...kept(), refresh: 'refresh-1-token' }, fetch);
    expect(fresh.refresh).toBe('refresh-1-token');
  });
});

describe('signing out', () => {
  const page = (status: number) =>
    new Response('<!doctype html><title>Sign in to the hotel’s network</title>', {
      status,
      headers: { 'content-type': 'text/html' },
    });

  it.each([
    ['with no body', () => new Response('', { status: 200 })],
    ['with an empty object', () => json({})],
    ['that the token is not valid', () => json({ error: 'invalid_token' }, 400)],
    ['that it knows no such token', () => json({ error: 'unsupported_token_type' }, 400)],
  ])('revokes the refresh token, which ends all of them; Salesforce answers %s', async (_, answer) => {
    const parts = script(answer());
    await way().revoke(kept(), parts.fetch);
    expect(form(parts.calls[0]?.init.body)).toEqual({ token: 'refresh-1' });
  });

  it.each([
    ['a web page with 200', page(200), 'odd-answer'],
    ['another’s 204', new Response(null, { status: 204 }), 'odd-answer'],
    ['a web page with 401', page(401), 'odd-answer'],
    ['a web page with 400', page(400), 'odd-answer'],
    ['another’s JSON with 200', json({ error: 'blocked by policy' }), 'odd-answer'],
    ['another’s list with 200', json([]), 'odd-answer'],
    ['another’s JSON with 400', json({ error: 'blocked' }, 400), 'odd-answer'],
    ['another’s JSON with 422', json({ error: 'invalid_token' }, 422), 'odd-answer'],
    ['JSON with 401', json({ error: 'invalid_token' }, 401), 'odd-answer'],
    ['JSON with 403', json([{ errorCode: 'FORBIDDEN', message: 'no' }], 403), 'odd-answer'],
    ['a web page with 502', page(502), 'crm-down'],
    ['a dropped line', new TypeError('drop'), 'offline'],
  ])('is not told as done after %s', async (_, answer, kind) => {
    expect((await problemOf(way().revoke(kept(), script(answer).fetch))).kind).toBe(kind);
  });
});
