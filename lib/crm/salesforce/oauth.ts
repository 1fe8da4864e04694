// OAuth 2.0 with PKCE as a public client: the addresses and calls of signing in and out. No client secret exists.
import * as v from 'valibot';
import { isApiHost } from './hosts';
import { longId } from './ids';
import { isProblem, problem } from './problems';
import { callOnce, type TransportParts } from './transport';

/** What is kept of a sign-in. `host`: where its API is, which may differ from where the person signed in. */
export type Tokens = { access: string; refresh: string | null; host: string; clientId: string; org: string };

export type SignIn = { verifier: string; challenge: string; state: string };

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Fresh secrets for one sign-in. `random` fills so many bytes; tests put their own here. */
export async function startSignIn(
  random: (length: number) => Uint8Array = (length) => crypto.getRandomValues(new Uint8Array(length)),
): Promise<SignIn> {
  const verifier = base64url(random(48));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(hash)), state: base64url(random(24)) };
}

export type Client = { host: string; clientId: string; redirectUri: string };

/** Where the person signs in. `host`: their My Domain, as typed or given by policy. */
export function authorizeUrl({ host, clientId, redirectUri }: Client, { challenge, state }: SignIn): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
    scope: 'api refresh_token',
  });
  return `https://${checkedHost(host)}/services/oauth2/authorize?${query}`;
}

const REFUSED: Readonly<Record<string, string>> = {
  access_denied: 'You did not allow Stagecheck to use Salesforce.',
  invalid_client_id: 'Salesforce does not know this client id: check it, and the My Domain host.',
  redirect_uri_mismatch: 'The External Client App does not name this extension as its callback.',
};

/** The code in the address that Salesforce sent the person back to. Rejects what answers another sign-in. */
export function codeFrom(redirected: string, { state }: SignIn): string {
  const query = URL.canParse(redirected) ? new URL(redirected).searchParams : new URLSearchParams();
  if (query.get('state') !== state)
    throw problem('odd-answer', 'The answer belongs to another sign-in. Start again.');
  const error = query.get('error');
  if (error !== null) throw problem('key-refused', REFUSED[error] ?? query.get('error_description') ?? error);
  const code = query.get('code');
  if (!code) throw problem('odd-answer', 'Salesforce did not finish the sign-in. Start again.');
  return code;
}

const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(8)),
  refresh_token: v.optional(v.string()),
  instance_url: v.optional(v.string()),
  id: v.optional(v.string()),
});

function checkedHost(host: string): string {
  if (!isApiHost(host))
    throw problem('invalid', `${host} is not a My Domain host, such as acme.my.salesforce.com.`);
  return host;
}

/** A form sent to the token endpoint; one try, never repeated: a code and a rotating token are good for one use. */
async function token(host: string, form: Record<string, string>, parts: TransportParts) {
  const answer = await callOnce(
    parts,
    `https://${checkedHost(host)}/services/oauth2/token`,
    {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    },
    false,
  );
  const parsed = v.safeParse(TokenSchema, JSON.parse(answer.body));
  if (!parsed.success) throw problem('odd-answer', 'Salesforce answered, but not with a token.');
  return parsed.output;
}

/** The org's id in the identity URL .../id/{org}/{user}; '' where there is none. */
const orgIn = (id: string | undefined): string => longId(id?.split('/').at(-2) ?? '');

const hostIn = (instance: string | undefined, otherwise: string): string =>
  instance !== undefined && URL.canParse(instance) ? checkedHost(new URL(instance).host) : otherwise;

/** Trades the code for tokens. */
export async function exchange(
  client: Client,
  code: string,
  { verifier }: SignIn,
  parts: TransportParts,
): Promise<Tokens> {
  const told = await token(
    client.host,
    {
      grant_type: 'authorization_code',
      code,
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code_verifier: verifier,
    },
    parts,
  );
  return {
    access: told.access_token,
    refresh: told.refresh_token ?? null,
    host: hostIn(told.instance_url, client.host),
    clientId: client.clientId,
    org: orgIn(told.id),
  };
}

/** New tokens for old ones; the refresh token may be a new one too. Rejects with key-refused where it was taken back. */
export async function refresh(tokens: Tokens, parts: TransportParts): Promise<Tokens> {
  if (tokens.refresh === null) throw problem('key-refused', 'The sign-in to Salesforce has ended.');
  const told = await token(
    tokens.host,
    { grant_type: 'refresh_token', refresh_token: tokens.refresh, client_id: tokens.clientId },
    parts,
  );
  return { ...tokens, access: told.access_token, refresh: told.refresh_token ?? tokens.refresh };
}

/** Ends the sign-in at Salesforce. A token that is void already is as good as revoked. */
export async function revoke(tokens: Tokens, parts: TransportParts): Promise<void> {
  try {
    await callOnce(
      parts,
      `https://${checkedHost(tokens.host)}/services/oauth2/revoke`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token: tokens.refresh ?? tokens.access }).toString(),
      },
      false,
    );
  } catch (error) {
    // Success has no body, which elsewhere would be an odd answer.
    if (isProblem(error, 'odd-answer') && error.problem.status === 200) return;
    if (isProblem(error, 'invalid', 'key-refused')) return;
    throw error;
  }
}
