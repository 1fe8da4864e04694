// Sessions and tokens: made at random when the sandbox runs, found again by their value.
import { randomBytes } from 'node:crypto';
import type { Random } from '../common/random';
import type { Grant } from './change';
import { acme, uat } from './hosts';
import type { OrgName } from './model';
import type { Settings } from './settings';
import type { Store } from './store';

export const tokenNames = ['lena', 'marcus', 'reader', 'noConvert', 'expired', 'revoked', 'uat'] as const;
export type TokenName = (typeof tokenNames)[number];
/** Whose each named token is: the alias. */
const owners: Record<TokenName, string> = {
  lena: 'lena',
  marcus: 'marcus',
  reader: 'amira',
  noConvert: 'erik',
  expired: 'lena',
  revoked: 'lena',
  uat: 'lena',
};
const orgIds: Record<OrgName, string> = { acme: acme.id, uat: uat.id };

export class Grants {
  /** Access tokens that are good from the start, for tests that don't sign in. */
  readonly values: Record<TokenName, string>;
  /** The client id of the External Client App, and the password of all people. */
  readonly clientId: string;
  readonly password: string;

  constructor(
    readonly store: Store,
    seeded: Random,
    userId: (org: OrgName, alias: string) => string,
  ) {
    const hex = () => seeded.uuid().replaceAll('-', '');
    this.clientId = `3MVG9${hex()}${hex()}`;
    this.password = `pass-${hex().slice(0, 12)}`;
    const make = (name: TokenName) => {
      const org = name === 'uat' ? 'uat' : 'acme';
      const access = `${orgIds[org]}!AQ${hex()}.${hex()}`;
      const state = name === 'expired' || name === 'revoked' ? name : 'good';
      const grant: Grant = {
        ...{
          id: `named-${name}`,
          kind: 'oauth',
          org,
          user: userId(org, owners[name]),
          access,
          refresh: null,
        },
        ...{ family: `named-${name}`, client: this.clientId, state, refreshable: false, label: name },
      };
      // What a journal says of it later comes after this.
      store.load([{ kind: 'grant', grant }]);
      return access;
    };
    this.values = {
      lena: make('lena'),
      marcus: make('marcus'),
      reader: make('reader'),
      noConvert: make('noConvert'),
      expired: make('expired'),
      revoked: make('revoked'),
      uat: make('uat'),
    };
  }

  all(): Grant[] {
    return [...this.store.grants.values()];
  }

  /** The grant of an access token, in any state; null for one that was never given. */
  find(access: string): Grant | null {
    return this.all().find((grant) => grant.access === access) ?? null;
  }

  /** The session that a cookie means, if it is still good in this org. */
  session(org: OrgName, sid: string | undefined, kind: 'session' | 'lightning' = 'session'): Grant | null {
    const grant = sid ? this.find(sid) : null;
    return grant?.org === org && grant.kind === kind && grant.state === 'good' ? grant : null;
  }

  open(org: OrgName, user: string, alias: string, kind: 'session' | 'lightning' = 'session'): Grant {
    return this.keep({
      ...{ id: secret(9), kind, org, user, access: accessToken(org, false), refresh: null },
      ...{ family: secret(9), client: '', state: 'good', refreshable: false, label: `${kind} ${alias}` },
    });
  }

  /** New tokens for a consent; of the same family where they come by a refresh. */
  issue(
    from: Pick<Grant, 'org' | 'user' | 'label'> & { family?: string },
    oauth: Settings['oauth'],
    refresh: string | null,
  ): Grant {
    return this.keep({
      ...{ id: secret(9), kind: 'oauth', org: from.org, user: from.user },
      ...{ access: accessToken(from.org, oauth.jwt), refresh, family: from.family ?? secret(9) },
      ...{ client: this.clientId, state: 'good', refreshable: refresh !== null, label: from.label },
    });
  }

  keep(grant: Grant): Grant {
    this.store.commit([{ kind: 'grant', grant }]);
    return grant;
  }

  revokeFamily(family: string) {
    for (const grant of this.all().filter((item) => item.family === family))
      this.keep({ ...grant, state: 'revoked', refreshable: false });
  }

  /** A text in which every token is replaced by its name, so that it can be kept in a log. */
  redact(text: string): string {
    let out = text;
    for (const { access, refresh, label } of this.all()) {
      out = out.replaceAll(access, `[token ${label}]`);
      if (refresh) out = out.replaceAll(refresh, `[refresh token ${label}]`);
      out = out.replaceAll(encodeURIComponent(access), `[token ${label}]`);
    }
    return out.replaceAll(this.password, '[password]');
  }
}

export const refreshToken = () => `5Aep861${secret(48)}`;
const secret = (bytes: number) => randomBytes(bytes).toString('hex');

function accessToken(org: OrgName, jwt: boolean): string {
  if (!jwt) return `${orgIds[org]}!AQ${secret(20)}.${secret(12)}`;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: secret(9), org: orgIds[org] })}.${secret(32)}`;
}
