// OAuth 2.0 by code with PKCE: the rep signs in at the CRM, and what comes back is believed only with our own state.

import type { Fetch, OAuthWay, Tokens } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import { withoutSecrets } from '@/lib/util/redact';
import type { SignInBrowser } from './browser';
import { createPkce } from './pkce';
import { scrubbed } from './secrets';

/** Longer than any code: what comes back in an address is the CRM's word, and is bounded all the same. */
const MOST = 4000;

/**
 * Rejects with ProblemError: invalid (a value), sign-in (closed, denied, not ours), or what the exchange met. The browser
 * closes its window at whatever comes back, and any page in it may send something: where that is not ours, the window is
 * opened once more, at the CRM's own page.
 */
export async function signIn(
  browser: Pick<SignInBrowser, 'redirect' | 'launch'>,
  way: OAuthWay,
  values: Record<string, string>,
  fetch: Fetch,
): Promise<Tokens> {
  const redirect = browser.redirect();
  const { code, verifier } = await asked(browser, way, values, redirect).catch((error: unknown) => {
    if (!(error instanceof NotOurs)) throw error;
    return asked(browser, way, values, redirect);
  });
  try {
    return await way.exchange(values, { code, redirect, verifier }, fetch);
  } catch (error) {
    throw scrubbed(error, code, verifier);
  }
}

/** The code that the rep's sign-in gave, and the verifier that goes with it. */
async function asked(
  browser: Pick<SignInBrowser, 'launch'>,
  way: OAuthWay,
  values: Record<string, string>,
  redirect: string,
) {
  const { state, verifier, challenge } = await createPkce();
  const url = await way.start(values, { redirect, challenge, state });
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw problem('The address to sign in at is not an https address.');
  }
  const back = await browser.launch(url).catch(reported('connections.oauth', undefined));
  return { code: codeFrom(back, redirect, state), verifier };
}

/** What came back has not our state: whoever sent it, it tells nothing of this sign-in. */
class NotOurs extends ProblemError {}

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
    throw new NotOurs(problem('What came back does not belong to this sign-in, so it was not used.').problem);
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
