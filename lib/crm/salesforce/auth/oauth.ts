// OAuth 2.0 with PKCE as a public client: the addresses and calls of signing in and out. No client secret exists.

import * as v from 'valibot';
import type { Fetch, OAuthWay, Tokens } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import { own } from '@/lib/util/object';
import { withoutParts } from '@/lib/util/redact';
import { codeOf, isProblem, problem } from '../client/problems';
import { browserParts, callOnce } from '../client/transport';
import { isApiHost } from '../page/hosts';
import { longId } from '../page/ids';
import { typedHost } from '../page/typed-host';

type Client = { host: string; clientId: string };
type Gap = NonNullable<Problem['fields']>[number];

/** Throws invalid, with the fields, for values that can't be an org's. */
function clientOf(values: Record<string, string>): Client {
  const typed = typedHost(values.host ?? '');
  const clientId = (values.clientId ?? '').trim();
  const fields: Gap[] = [];
  if ('refused' in typed) fields.push({ field: 'host', label: 'My Domain host', message: typed.refused });
  if (!/^[\w.-]{5,400}$/.test(clientId))
    fields.push({
      field: 'clientId',
      label: 'Client id',
      message: 'Copy the consumer key of the External Client App.',
    });
  if ('refused' in typed || fields.length > 0)
    throw problem('invalid', 'Nothing was opened: correct what is marked.', { fields });
  return { host: typed.host, clientId };
}

async function start(
  values: Record<string, string>,
  { redirect, challenge, state }: Parameters<OAuthWay['start']>[1],
) {
  const { host, clientId } = clientOf(values);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirect,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
    scope: 'api refresh_token',
  });
  return `https://${host}/services/oauth2/authorize?${query}`;
}

/** What can be no token is as good as none: it would stand in the place of one that is good, and could end nothing. */
const Refresh = v.fallback(
  v.optional(v.pipe(v.string(), v.regex(/^(?!(?:undefined|null|none|false)$)[\x21-\x7e]{8,4000}$/i))),
  undefined,
);

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(8)),
  refresh_token: Refresh,
  instance_url: v.optional(v.string()),
  id: v.optional(v.string()),
});

/** The host of an address; rejects any but an org's API, for that is where tokens go. */
function checkedHost(origin: string): string {
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  // Its words are not shown: they stand beside tokens.
  if (!isApiHost(host)) throw problem('invalid', 'Salesforce named an address that is not an org’s API.');
  return host;
}

/** What of a form nobody else may know. */
const SECRET = ['code', 'code_verifier', 'refresh_token', 'token', 'client_secret'];

/** A form sent to an endpoint; one try, never repeated: a code and a rotating token are good for one use. */
const post = (host: string, endpoint: 'token' | 'revoke', form: Record<string, string>, fetch: Fetch) =>
  callOnce(
    { ...browserParts, fetch },
    `https://${host}/services/oauth2/${endpoint}`,
    {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    },
    {
      soap: false,
      secrets: SECRET.map((name) => own(form, name) ?? ''),
      // The refresh token that was sent may be given again.
      gives: true,
      mayBeEmpty: endpoint === 'revoke',
    },
  );

/** What may be a grant, whatever else is the matter with the answer: it is ended where it is not kept. */
const GrantSchema = v.object({
  access_token: v.fallback(v.string(), ''),
  refresh_token: v.fallback(v.string(), ''),
  instance_url: v.fallback(v.string(), ''),
  id: v.fallback(v.string(), ''),
});
type Grant = v.InferOutput<typeof GrantSchema>;

const NO_TOKEN = 'Salesforce answered, but not with a token.';

/** The answer to the form: as we take it, and as far as it gives anything. */
async function token(host: string, form: Record<string, string>, fetch: Fetch) {
  const { body } = await post(host, 'token', form, fetch);
  const data: unknown = body === '' ? null : JSON.parse(body);
  const parsed = v.safeParse(TokenSchema, data);
  const grant = v.safeParse(GrantSchema, data);
  return { taken: parsed.success ? parsed.output : null, given: grant.success ? grant.output : null };
}

/** The org's and the user's id in the identity URL .../id/{org}/{user}; '' where there is none. It is never called. */
function idsIn(url: string | undefined): { org: string; user: string } {
  const [org = '', user = ''] = url?.split('/').slice(-2) ?? [];
  return { org: longId(org), user: longId(user) };
}

/** Trades the code for tokens. */
const exchange: OAuthWay['exchange'] = async (values, { code, redirect, verifier }, fetch) => {
  const { host, clientId } = clientOf(values);
  const { taken, given } = await token(
    host,
    {
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: redirect,
      code_verifier: verifier,
    },
    fetch,
  );
  if (!given || (given.access_token === '' && given.refresh_token === ''))
    throw problem('odd-answer', NO_TOKEN);
  if (!taken) throw await givenUp(host, given, 'its answer was not whole', fetch);
  const named = taken.instance_url ?? `https://${host}`;
  const api = URL.canParse(named) ? new URL(named).host : '';
  if (api === host) {
    return {
      access: taken.access_token,
      refresh: taken.refresh_token ?? null,
      origin: `https://${host}`,
      fields: { clientId, ...idsIn(taken.id) },
    };
  }
  // A sign-in at one org that opens another is none that the rep has asked for. They can ask for it by its own name.
  if (isApiHost(api))
    throw await givenUp(
      host,
      given,
      `Salesforce signed you in to ${api}`,
      fetch,
      ` If that is your org, type ${api} and sign in again.`,
    );
  const elsewhere = /^[a-z\d.-]{1,100}$/.test(api)
    ? `Salesforce named ${api}`
    : 'Salesforce named an address';
  throw await givenUp(host, given, `${elsewhere}, which is not the API of an org at its My Domain`, fetch);
};

/** Ends a grant at the host that gave it, and nowhere else; the problem says why, whose it was, and whether it is over. */
async function givenUp(host: string, given: Grant, why: string, fetch: Fetch, then = '') {
  const all = [given.refresh_token, given.access_token].filter((one) => one !== '');
  const over = await revokeAt(host, all[0] ?? '', fetch).then(
    () => true,
    reported('salesforce.oauth', false),
  );
  const { org } = idsIn(given.id);
  const told = `You typed ${host}, and ${why}${org === '' ? '' : ` (org ${org})`}. `;
  const ended = over
    ? 'That sign-in was ended, and nothing of it is kept.'
    : 'Nothing of that sign-in is kept, but it could not be ended in Salesforce: take Stagecheck’s access away in your own settings there.';
  // An address may have anything in it, a token too.
  return problem('sign-in', withoutParts(told, all) + ended + then);
}

/** By which Salesforce itself says that a refresh token is worth nothing any more. */
const OVER = ['invalid_grant', 'inactive_user', 'inactive_org'];

/**
 * New tokens for old ones; the refresh token may be a new one too. Rejects with key-refused where Salesforce itself says
 * that it is over: a proxy's 401, a page or JSON of others, signs nobody out.
 */
async function refresh(tokens: Tokens, fetch: Fetch): Promise<Tokens> {
  if (tokens.refresh === null) throw problem('key-refused', 'The sign-in to Salesforce has ended.');
  // An odd answer ends no grant here: it is the one that is kept, and the rep would be signed out by a glitch.
  const { taken: told } = await token(
    checkedHost(tokens.origin),
    {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh,
      client_id: tokens.fields.clientId ?? '',
    },
    fetch,
  ).catch((error: unknown) => {
    if (!isProblem(error, 'key-refused') || OVER.includes(codeOf(error))) throw error;
    throw problem('odd-answer', NO_TOKEN, {}, error);
  });
  if (!told) throw problem('odd-answer', NO_TOKEN);
  return { ...tokens, access: told.access_token, refresh: told.refresh_token ?? tokens.refresh };
}

/** Ends the sign-in at Salesforce. A token that is void already is as good as revoked. */
async function revoke(tokens: Tokens, fetch: Fetch): Promise<void> {
  await revokeAt(checkedHost(tokens.origin), tokens.refresh ?? tokens.access, fetch);
}

/** What Salesforce says with 400, by its documents, of a token that it doesn't know, or not any more. */
const VOID = ['invalid_token', 'unsupported_token_type'];

/**
 * Resolves only where Salesforce itself has said that it is over: 200 without a body (or with an empty object), or 400
 * with one of its two errors. A proxy's page or JSON, with whichever status, is no such word.
 */
async function revokeAt(host: string, value: string, fetch: Fetch): Promise<void> {
  const odd = (status: number | undefined) =>
    problem('odd-answer', 'What answered was not Salesforce’s word that the sign-in is over.', {
      ...(status === undefined ? {} : { status }),
    });
  try {
    const { statusCode, body } = await post(host, 'revoke', { token: value }, fetch);
    if (statusCode !== 200 || !/^\s*(\{\s*\}\s*)?$/.test(body)) throw odd(statusCode);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { kind, status } = error.problem;
    if (status === 400 && VOID.includes(codeOf(error))) return;
    if (['offline', 'timeout', 'crm-down', 'busy'].includes(kind)) throw error;
    throw odd(status);
  }
}

export const oauthCalls = { start, exchange, refresh, revoke };
