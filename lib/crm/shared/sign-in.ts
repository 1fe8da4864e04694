// The ways in which a CRM can be signed in to, as each CRM tells them.
import type { Reach } from './host-permissions';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a sign-in gave. `origin` is where the CRM's API answers; `fields` is whatever the CRM wants kept with it. */
export type Tokens = {
  access: string;
  refresh: string | null;
  origin: string;
  fields: Record<string, string>;
};

/** What the rep (or a policy) says before a sign-in. */
export type SignInField = { id: string; label: string; help: string; placeholder: string };

/** What an admin does in the CRM beforehand: where, and each step. */
export type Preparation = { where: string; make: string[] };

export type GuideScope = {
  scope: string;
  need: 'must' | 'should';
  /** What Stagecheck uses it for: "to read …", in the words that the check of a key uses too. */
  purpose: string;
  /** What will not work when it is missing; a sentence that follows "Without it:". */
  without: string;
};

/** What a person needs to know to make a key: where, with which scopes, and what fails without each. */
export type KeyGuide = Preparation & { keyLabel: string; keyHint: string; scopes: GuideScope[] };

/** A key that an admin makes in the CRM and the rep pastes. */
export type KeyWay = { kind: 'key'; label: string; help: string; guide?: KeyGuide };

/** OAuth 2.0: authorization code with PKCE (S256), as a public client. Values are those of `fields`, by id. */
export type OAuthWay = {
  kind: 'oauth';
  label: string;
  help: string;
  fields: readonly SignInField[];
  /** Accounts on hosts that the browser has to be asked for first; left out: the manifest names them all. */
  reach?: Reach;
  /** What must be there before; the page adds the address that the CRM has to send the rep back to. */
  guide?: Preparation;
  /** The address to sign in at. Rejects with ProblemError 'invalid', with `fields` (SignInField ids), for bad values. */
  start(
    values: Record<string, string>,
    at: { redirect: string; challenge: string; state: string },
  ): Promise<string>;
  /** Code to tokens. Rejects with ProblemError. */
  exchange(
    values: Record<string, string>,
    at: { code: string; redirect: string; verifier: string },
    fetch: Fetch,
  ): Promise<Tokens>;
  /** New tokens; where the answer has no new refresh token, the old one stands. Rejects: key-refused where it is over. */
  refresh(tokens: Tokens, fetch: Fetch): Promise<Tokens>;
  /** Ends them at the CRM. Rejects with ProblemError. */
  revoke(tokens: Tokens, fetch: Fetch): Promise<void>;
};

/** `secure`: never sent over plain http, where anyone on the way could set another. */
export type Cookie = { name: string; domain: string; value: string; secure: boolean };

/** The session that the rep has in the browser already, found among its cookies. */
export type SessionWay = {
  kind: 'session';
  label: string;
  help: string;
  permission: 'cookies';
  /** The name of the cookie that a session is. */
  cookie: string;
  /** Match patterns of the pages whose cookies are looked at. */
  origins: string[];
  /** Why the session behind this page can't be used, in a sentence for people; null where nothing speaks against it. Pure. */
  barred?(pageUrl: string): string | null;
  /** The session that a page of the CRM stands on; null where it isn't among them. Pure. */
  find(cookies: Cookie[], pageUrl: string): { key: string; account: string } | null;
  /** Where the session of the page's account is instead, in a sentence for people; null where there is none to tell. Pure. */
  elsewhere?(cookies: Cookie[], pageUrl: string): string | null;
};

export type SignInWay = KeyWay | OAuthWay | SessionWay;
export type WayKind = SignInWay['kind'];
