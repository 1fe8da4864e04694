// How people sign in to Salesforce: through the team's External Client App, or with the session of their browser.
// docs/salesforce-setup.md tells the same, at more length.

import type { Cookie, OAuthWay, SessionWay, SignInWay } from '@/lib/crm/shared/crm';
import { originsIn } from '@/lib/crm/shared/host-permissions';
import { isProxied, REGIONAL } from '../page/hosts';
import { SALESFORCE_PAGES } from '../page/origins';
import { chooseSession, otherHosts, SESSION_COOKIE } from './session-cookie';

/** Read when somebody signs in, renews or leaves. */
const calls = async () => (await import('./oauth')).oauthCalls;

const oauth: OAuthWay = {
  kind: 'oauth',
  label: 'Sign in with Salesforce',
  help: 'Needs an External Client App, which an admin makes once for the team. It lasts until someone ends it.',
  fields: [
    {
      id: 'host',
      label: 'My Domain host',
      help: 'The address of your org. The address of any of its pages does as well.',
      placeholder: 'acme.my.salesforce.com',
    },
    {
      id: 'clientId',
      label: 'Client id',
      help: 'The consumer key of the External Client App. Your admin has it.',
      placeholder: '',
    },
  ],
  reach: REGIONAL,
  guide: {
    where: 'An admin makes an External Client App in Salesforce, once for everyone. It holds no secret.',
    make: [
      'In Setup, open External Client App Manager and choose New External Client App. Name it “Stagecheck”.',
      'Enable OAuth, and enter the address below as the callback URL.',
      'Add the scopes “Manage user data via APIs (api)” and “Perform requests at any time (refresh_token, offline_access)”.',
      'Require Proof Key for Code Exchange (PKCE). Do not require a secret for the web server flow or the refresh token flow.',
      'Leave JWT-based access tokens off, unless your org has API version 68.0: leads are converted by a call that takes them from there on.',
      'In its policies, allow the reps. Then copy the consumer key: it is the client id.',
    ],
  },
  start: async (...asked) => (await calls()).start(...asked),
  exchange: async (...asked) => (await calls()).exchange(...asked),
  refresh: async (...asked) => (await calls()).refresh(...asked),
  revoke: async (...asked) => (await calls()).revoke(...asked),
};

const session: SessionWay = {
  kind: 'session',
  label: 'Use the sign-in of this browser',
  help: 'Works at once where your org allows it, but not where its address names a region, as acme.my.usa26.salesforce.com does. It ends whenever you are signed out of Salesforce.',
  permission: 'cookies',
  cookie: SESSION_COOKIE,
  origins: SALESFORCE_PAGES,
  barred(pageUrl) {
    if (!URL.canParse(pageUrl)) return null;
    const { hostname } = new URL(pageUrl);
    if (isProxied(hostname))
      return 'Microsoft Defender stands between this browser and Salesforce (the address ends in mcas.ms). It keeps your session to itself, so Stagecheck can’t use it.';
    if (originsIn(oauth.reach, hostname).length > 0)
      return `The address of your org names a region (${hostname}). Its session is kept where Stagecheck does not look.`;
    return null;
  },
  find(cookies, pageUrl) {
    const found = chooseSession(pageUrl, sessionAt(pageUrl, cookies), cookies);
    return found && { key: found.token, account: found.host };
  },
  elsewhere(cookies, pageUrl) {
    const [other] = otherHosts(pageUrl, sessionAt(pageUrl, cookies), cookies);
    if (other === undefined) return null;
    return `The session of this page’s org is kept at ${other}. Open Salesforce at that address, and choose it here.`;
  },
};

/** The session that a page's own host holds. */
function sessionAt(pageUrl: string, cookies: readonly Cookie[]): Cookie | null {
  const host = URL.canParse(pageUrl) ? new URL(pageUrl).hostname : '';
  const own = cookies.find(
    ({ name, domain, secure }) => name === SESSION_COOKIE && secure && domain.replace(/^\./, '') === host,
  );
  return own ?? null;
}

export const ways: readonly SignInWay[] = [oauth, session];
