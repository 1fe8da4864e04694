// OAuth 2.0 by code with PKCE: the rep signs in at the CRM, and what comes back is believed only with our own state.

import type { Fetch, OAuthWay, Tokens } from '@/lib/crm/crm';
import { withoutSecrets } from '@/lib/crm/without-secrets';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem';
import type { SignInBrowser } from './browser';
import { createPkce } from './pkce';
import { scrubbed } from './secrets';

/** Longer than any code: what comes back in an address is the CRM's word, and is bounded all the same. */
const MOST = 4000;

/** Rejects with ProblemError: invalid (a value), sign-in (closed, denied, not ours), or what the exchange met. */
export async function signIn(
  browser: Pick<SignInBrowser, 'redirect' | 'launch'>,
  way: OAuthWay,
  values: Record<string, string>,
  fetch: Fetch,
): Promise<Tokens> {
  const { state, verifier, challenge } = await createPkce();
  const redirect = browser.redirect();
  const url = await way.start(values, { redirect, challenge, state });
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw problem('The address to sign in at is not an https address.');
  }
  const back = await browser.launch(url).catch(reported('connections.oauth', undefined));
  const code = codeFrom(back, redirect, state);
  try {
    return await way.exchange(values, { code, redirect, verifier }, fetch);
  } catch (error) {
    throw scrubbed(error, code, verifier);
  }
}

function codeFrom(back: string | undefined, redirect: string, state: string): string {
  if (back === undefined || !URL.canParse(back)) {
    throw problem('The sign-in window was closed, or the CRM’s page could not be opened.');
  }
  const url = new URL(back);
  const expected = new URL(redirect);
  const { searchParams: said } = url;
  const ours = said.getAll('state').length === 1 && said.get('state') === state;
  // A refusal without our state as little: any page in that window may have sent it, with words of its own.
  if (url.host !== expected.host || url.pathname !== expected.pathname || !ours) {
    throw problem('What came back does not belong to this sign-in, so it was not used.');
  }
  const refused = said.get('error');
  if (refused !== null) {
    const words = said.get('error_description') || refused;
    throw problem(`The CRM said: ${withoutSecrets(words, said.getAll('code')).slice(0, 200)}`);
  }
  const codes = said.getAll('code');
  const [code] = codes;
  if (code === undefined || codes.length !== 1 || code === '' || code.length > MOST) {
    throw problem('The CRM sent no code back.');
  }
  return code;
}

function problem(message: string): ProblemError {
  return new ProblemError({ kind: 'sign-in', message });
}
