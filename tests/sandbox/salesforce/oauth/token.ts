// OAuth 2.0 for public clients: codes with PKCE, tokens, refresh with rotation, revocation, userinfo.
import { createHash, randomBytes } from 'node:crypto';
import type { Grant } from '../change';
import { type Grants, refreshToken } from '../grants';
import { to18 } from '../ids';
import type { OrgInfo } from '../model';
import type { Settings } from '../settings';
import type { OrgState } from '../store';

export type Consent = {
  org: OrgInfo['name'];
  user: string;
  alias: string;
  redirect: string;
  challenge: string;
  at: number;
};
/** Consents by the code that stands for each, until it is used. */
export class Codes {
  readonly #consents = new Map<string, Consent>();

  make(consent: Consent): string {
    const code = `aPrx${randomBytes(24).toString('hex')}==`;
    this.#consents.set(code, consent);
    return code;
  }

  /** The consent of a code that was made within the last quarter of an hour; it can be used once. */
  take(code: string, now: number): Consent | null {
    const consent = this.#consents.get(code);
    this.#consents.delete(code);
    return consent && now - consent.at < 900_000 ? consent : null;
  }
}

class OAuthError extends Error {
  constructor(
    readonly code: string,
    description: string,
  ) {
    super(description);
  }
}

/** POST /services/oauth2/token. */
export function token(
  {
    grants,
    codes,
    org,
    api,
    settings,
    now,
  }: { grants: Grants; codes: Codes; org: OrgState; api: string; settings: Settings; now: Date },
  form: URLSearchParams,
): Response {
  try {
    if (form.get('client_id') !== grants.clientId)
      throw new OAuthError('invalid_client_id', 'client identifier invalid');
    if (settings.oauth.requireSecret) throw new OAuthError('invalid_client', 'invalid client credentials');
    const type = form.get('grant_type');
    if (type === 'authorization_code') return json(200, shown(org, api, first(), now, true));
    if (type === 'refresh_token') return json(200, shown(org, api, again(), now, settings.oauth.rotate));
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return json(400, { error: error.code, error_description: error.message });
  }

  function first(): Grant {
    const consent = codes.take(form.get('code') ?? '', now.getTime());
    if (!consent || consent.org !== org.info.name)
      throw new OAuthError('invalid_grant', 'expired authorization code');
    if (consent.redirect !== form.get('redirect_uri'))
      throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== consent.challenge) throw new OAuthError('invalid_grant', 'invalid code verifier');
    const refresh = settings.oauth.refreshTokens ? refreshToken() : null;
    return grants.issue(
      { org: consent.org, user: consent.user, label: `oauth ${consent.alias}` },
      settings.oauth,
      refresh,
    );
  }

  function again(): Grant {
    const value = form.get('refresh_token') ?? '';
    const old = grants.all().find((grant) => grant.refresh === value && grant.refreshable);
    const used = grants.all().find((grant) => grant.refresh === value);
    // A token that was rotated away and comes back has been stolen, or its successor was lost: both end here.
    if (!old && used) grants.revokeFamily(used.family);
    if (!old || old.org !== org.info.name)
      throw new OAuthError('invalid_grant', 'expired access/refresh token');
    if (!settings.oauth.rotate) {
      grants.keep({ ...old, refreshable: false });
      return grants.issue(old, settings.oauth, old.refresh);
    }
    for (const grant of grants.all().filter((item) => item.refresh === old.refresh))
      grants.keep({ ...grant, refreshable: false });
    return grants.issue(old, settings.oauth, refreshToken());
  }
}

function shown(org: OrgState, api: string, grant: Grant, now: Date, withRefresh: boolean) {
  return {
    access_token: grant.access,
    ...(withRefresh && grant.refresh && { refresh_token: grant.refresh }),
    signature: createHash('sha256').update(grant.id).digest('base64'),
    scope: 'refresh_token api id',
    instance_url: `https://${api}`,
    id: `https://login.salesforce.com/id/${to18(org.info.id)}/${grant.user}`,
    token_type: 'Bearer',
    issued_at: String(now.getTime()),
  };
}

/** POST /services/oauth2/revoke: an access token goes alone, a refresh token with its whole family. */
export function revoke(grants: Grants, value: string): Response {
  const grant = grants.all().find((item) => item.access === value || item.refresh === value);
  if (!grant || grant.state === 'revoked')
    return json(400, { error: 'unsupported_token_type', error_description: 'this token is not known' });
  if (grant.access === value) grants.keep({ ...grant, state: 'revoked' });
  else grants.revokeFamily(grant.family);
  return new Response(null, { status: 200 });
}

export function userinfo(org: OrgState, api: string, user: string): Response {
  const person = org.find('User', user)?.values ?? {};
  return json(200, {
    sub: `https://login.salesforce.com/id/${to18(org.info.id)}/${user}`,
    user_id: user,
    organization_id: to18(org.info.id),
    preferred_username: person.Username,
    nickname: person.Alias,
    name: person.Name,
    email: person.Email,
    email_verified: true,
    given_name: person.FirstName,
    family_name: person.LastName,
    zoneinfo: person.TimeZoneSidKey,
    locale: person.LocaleSidKey,
    active: person.IsActive,
    user_type: 'STANDARD',
    urls: { rest: `https://${api}/services/data/v{version}/` },
  });
}

function json(status: number, body: unknown): Response {
  const headers = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-cache, no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}
