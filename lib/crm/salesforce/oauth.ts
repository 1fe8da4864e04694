// OAuth 2.0 with PKCE as a public client: the addresses and calls of signing in and out. No client secret exists.

import * as v from 'valibot';
import { reported } from '../../diagnostics/report';
import type { Problem } from '../../problem';
import { own } from '../../qualification/own';
import type { Fetch, OAuthWay, Tokens } from '../crm';
import { isApiHost } from './hosts';
import { longId } from './ids';
import { isProblem, problem } from './problems';
import { browserParts, callOnce } from './transport';
import { typedHost } from './typed-host';

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

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(8)),
  refresh_token: v.optional(v.string()),
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
    },
  );

async function token(host: string, form: Record<string, string>, fetch: Fetch) {
  const { body } = await post(host, 'token', form, fetch);
  const parsed = v.safeParse(TokenSchema, body === '' ? null : JSON.parse(body));
  if (!parsed.success) throw problem('odd-answer', 'Salesforce answered, but not with a token.');
  return parsed.output;
}

/** The org's and the user's id in the identity URL .../id/{org}/{user}; '' where there is none. It is never called. */
function idsIn(url: string | undefined): { org: string; user: string } {
  const [org = '', user = ''] = url?.split('/').slice(-2) ?? [];
  return { org: longId(org), user: longId(user) };
}

/** Trades the code for tokens. */
const exchange: OAuthWay['exchange'] = async (values, { code, redirect, verifier }, fetch) => {
  const { host, clientId } = clientOf(values);
  const told = await token(
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
  const tokens: Tokens = {
    access: told.access_token,
    refresh: told.refresh_token ?? null,
    origin: `https://${host}`,
    fields: { clientId, ...idsIn(told.id) },
  };
  const api = told.instance_url === undefined ? host : checkedHost(told.instance_url);
  if (api === host) return tokens;
  // A sign-in at one org that opens another is none that the rep has asked for. They can ask for it by its own name.
  await revoke(tokens, fetch).catch(reported('salesforce.oauth', undefined));
  throw problem(
    'sign-in',
    `You typed ${host}, and Salesforce signed you in to ${api}. If that is your org, type ${api} and sign in again.`,
  );
};

/** New tokens for old ones; the refresh token may be a new one too. Rejects with key-refused where it was taken back. */
async function refresh(tokens: Tokens, fetch: Fetch): Promise<Tokens> {
  if (tokens.refresh === null) throw problem('key-refused', 'The sign-in to Salesforce has ended.');
  const told = await token(
    checkedHost(tokens.origin),
    {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh,
      client_id: tokens.fields.clientId ?? '',
    },
    fetch,
  );
  return { ...tokens, access: told.access_token, refresh: told.refresh_token ?? tokens.refresh };
}

/** Ends the sign-in at Salesforce. A token that is void already is as good as revoked. */
async function revoke(tokens: Tokens, fetch: Fetch): Promise<void> {
  try {
    await post(checkedHost(tokens.origin), 'revoke', { token: tokens.refresh ?? tokens.access }, fetch);
  } catch (error) {
    // Success has no body, which elsewhere would be an odd answer.
    if (isProblem(error, 'odd-answer') && error.problem.status === 200) return;
    if (isProblem(error, 'invalid', 'key-refused')) return;
    throw error;
  }
}

export const oauthCalls = { start, exchange, refresh, revoke };
