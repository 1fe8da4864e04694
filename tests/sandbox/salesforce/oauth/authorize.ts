// Signing in by form, the session cookie, and the authorize page with its consent.
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Grants } from '../grants';
import { pageAliases } from '../hosts';
import { to18 } from '../ids';
import type { OrgInfo } from '../model';
import type { World } from '../world';
import { classicPage, consentPage, problemPage, signInPage } from './pages';
import type { Codes } from './token';

const redirects = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\//,
  /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//,
];

/** A cookie as Salesforce sets it: for its own host only. */
export const cookieOf = (sid: string) => `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`;

const go = (to: string, cookie?: string) =>
  new Response(null, { status: 302, headers: { location: to, ...(cookie && { 'set-cookie': cookie }) } });

export function signIn(world: World, info: OrgInfo, grants: Grants, codes: Codes) {
  const org = world.store.org(info.name);
  const settings = world.settings[info.name];
  const users = () => org.all('User').filter((user) => user.values.IsActive === true);
  const person = (id: string) => org.find('User', id)?.values ?? {};

  /** The session of a request; one is opened where browsers are signed in by themselves. */
  const sessionOf = (sid: string | undefined): { user: string; opened?: string } | null => {
    const known = grants.session(info.name, sid);
    if (known) return { user: known.user };
    const user = users().find((item) => item.values.Alias === settings.signedInAs);
    if (!user) return null;
    return { user: user.id, opened: grants.open(info.name, user.id, String(user.values.Alias)).access };
  };
  /** Only paths of this org: its API host, or its Lightning host by way of the front door. */
  const after = (start: string, sid: string) => {
    const host = [info.lightning, ...pageAliases(info)].find((one) => start.startsWith(`https://${one}/`));
    if (host === undefined) return start.startsWith('/') ? start : '/';
    return `https://${host}/secur/frontdoor.jsp?${new URLSearchParams({ sid, retURL: new URL(start).pathname + new URL(start).search })}`;
  };

  const problemIn = (query: URLSearchParams): string | null => {
    if (query.get('client_id') !== grants.clientId)
      return 'error=invalid_client_id&error_description=client identifier invalid';
    if (!redirects.some((pattern) => pattern.test(query.get('redirect_uri') ?? '')))
      return 'error=redirect_uri_mismatch&error_description=redirect_uri must match configuration';
    return null;
  };

  return (
    new Hono()
      .get('/services/oauth2/authorize', (c) => {
        const url = new URL(c.req.url);
        const query = url.searchParams;
        const problem = problemIn(query);
        if (problem) return problemPage(problem);
        const back = (parts: Record<string, string>) => go(answerTo(query, parts));
        if (query.get('response_type') !== 'code')
          return back({
            error: 'unsupported_response_type',
            error_description: 'response type not supported',
          });
        if (!query.get('code_challenge') || query.get('code_challenge_method') !== 'S256')
          return back({ error: 'invalid_request', error_description: 'missing required code challenge' });
        const session = sessionOf(getCookie(c, 'sid'));
        if (!session) return signInPage(info.title, url.pathname + url.search, false);
        const answer = consentPage(info.title, String(person(session.user).Name), query.toString());
        if (session.opened) answer.headers.set('set-cookie', cookieOf(session.opened));
        return answer;
      })
      .post('/sandbox/consent', async (c) => {
        const form = new URLSearchParams(await c.req.text());
        const query = new URLSearchParams(form.get('request') ?? '');
        const session = grants.session(info.name, getCookie(c, 'sid'));
        const problem = problemIn(query);
        if (problem || !session) return problemPage(problem ?? 'The session has ended. Start again.');
        if (form.get('answer') !== 'allow')
          return go(
            answerTo(query, { error: 'access_denied', error_description: 'end-user denied authorization' }),
          );
        const code = codes.make({
          ...{ org: info.name, user: session.user, alias: String(person(session.user).Alias) },
          ...{ redirect: query.get('redirect_uri') ?? '', challenge: query.get('code_challenge') ?? '' },
          at: world.clock().getTime(),
        });
        return go(answerTo(query, { code }));
      })
      .post('/sandbox/login', async (c) => {
        const form = new URLSearchParams(await c.req.text());
        const start = form.get('startURL') ?? '/';
        const user = users().find((item) => item.values.Username === form.get('username')?.trim());
        if (!user || form.get('password') !== grants.password) return signInPage(info.title, start, true);
        const sid = grants.open(info.name, user.id, String(user.values.Alias)).access;
        return go(after(start, sid), cookieOf(sid));
      })
      .get('/', (c) => {
        const start = c.req.query('startURL') ?? `https://${info.lightning}/lightning/o/Lead/list`;
        const session = sessionOf(getCookie(c, 'sid'));
        if (!session) return signInPage(info.title, start, false);
        const sid = session.opened ?? getCookie(c, 'sid') ?? '';
        return go(after(start, sid), session.opened && cookieOf(sid));
      })
      .get('/secur/logout.jsp', (c) => {
        const known = grants.session(info.name, getCookie(c, 'sid'));
        if (known) grants.keep({ ...known, state: 'revoked' });
        return go('/', 'sid=; Path=/; Secure; HttpOnly; Max-Age=0');
      })
      // Classic's address of a record: the API host sends browsers on to Lightning, or shows it where people stayed.
      .get('/:id{[0-9a-zA-Z]{15}([0-9a-zA-Z]{3})?}', (c) => {
        const id = c.req.param('id');
        if (!settings.classic) return go(`https://${info.lightning}/lightning/r/${id}/view`);
        const found = org.findAny(['Lead', 'Contact', 'Account', 'Opportunity'], to18(id) ?? id);
        return classicPage(String(found?.values.Name ?? 'Record deleted'));
      })
  );
}

function answerTo(query: URLSearchParams, parts: Record<string, string>): string {
  const url = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
