// X.my.salesforce.com: every API call is logged, may meet an armed fault, is counted, then answered.

import { type Context, Hono } from 'hono';
import type { Bindings } from '../../common/bindings';
import type { Faults } from '../../common/faults';
import { parsed, type RequestLog } from '../../common/log';
import { strike } from '../../common/strike';
import type { Grants } from '../grants';
import type { OrgInfo } from '../model';
import { signIn } from '../oauth/authorize';
import { type Codes, revoke, token, userinfo } from '../oauth/token';
import { Refusal } from '../problem';
import type { Scene, World } from '../world';
import { authenticate } from './auth';
import type { Answer, Call } from './call';
import { rest, versions } from './rest';
import { soap } from './soap';

type Env = { Bindings: Bindings };
export type Shared = {
  world: World;
  grants: Grants;
  codes: Codes;
  log: RequestLog;
  faults: Faults;
  closing: AbortSignal;
};

/** The API host of one org; the browser's pages on it (sign-in, consent) are not logged as API calls. */
export function apiApp({ world, grants, codes, log, faults, closing }: Shared, info: OrgInfo): Hono<Env> {
  const org = world.store.org(info.name);
  const settings = world.settings[info.name];
  const sceneOf = (user: string): Scene => ({ world, org, settings, user });
  const forms = signIn(world, info, grants, codes);

  async function answered(c: Context<Env>): Promise<Response> {
    const { pathname, searchParams } = new URL(c.req.url);
    const header = c.req.header('authorization');
    const found = /^\/services\/data\/(v\d+\.\d)(\/.*)?$/.exec(pathname);
    if (pathname === '/services/oauth2/token' && c.req.method === 'POST') {
      const context = { grants, codes, org, api: info.api, settings, now: world.clock() };
      return token(context, new URLSearchParams(await c.req.text()));
    }
    if (pathname === '/services/oauth2/revoke') {
      const form = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : searchParams;
      return revoke(grants, form.get('token') ?? '');
    }
    if (pathname === '/services/oauth2/userinfo') {
      const user = grants.find(/^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? '');
      const barred = user?.kind === 'oauth' ? !settings.oauth.userinfo : !settings.sessionUserinfo;
      if (user?.org !== info.name || user.state !== 'good' || barred)
        return new Response('Bad_OAuth_Token', { status: 403 });
      return userinfo(org, info.api, user.user);
    }
    if (pathname.startsWith('/services/Soap/') && c.req.method === 'POST') {
      if (!(c.req.header('content-type') ?? '').includes('text/xml'))
        return new Response(null, { status: 415 });
      return soap(
        grants,
        info.name,
        settings,
        sceneOf,
        await c.req.text(),
        Number(pathname.split('/').at(-1)),
      );
    }
    if (/^\/services\/data\/?$/.test(pathname))
      return json({ status: 200, body: versions(settings.newestApi) });
    if (!found)
      return json({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      });
    const grant = authenticate(grants, info.name, settings, header);
    settings.calls.used += 1;
    const text = await c.req.text();
    const call: Call = {
      method: c.req.method,
      path: decodeURIComponent(found[2] ?? '/'),
      version: found[1] ?? '',
      query: searchParams,
      headers: c.req.header(),
      body: readJson(text),
    };
    const answer = json(rest(sceneOf(grant.user), call));
    answer.headers.set('sforce-limit-info', `api-usage=${settings.calls.used}/${settings.calls.max}`);
    return answer;
  }

  const routes = new Hono<Env>().all('*', answered);
  routes.onError((error) => {
    if (error instanceof Refusal) {
      const usage = { 'sforce-limit-info': `api-usage=${settings.calls.used}/${settings.calls.max}` };
      return json({ status: error.status, body: error.errors, headers: { ...usage, ...error.headers } });
    }
    console.error(error);
    return json({
      status: 500,
      body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }],
    });
  });

  return new Hono<Env>().all('*', async (c) => {
    const url = new URL(c.req.url);
    if (!url.pathname.startsWith('/services/') || url.pathname === '/services/oauth2/authorize')
      return forms.fetch(c.req.raw, c.env);
    const entry = log.begin({
      at: world.clock().toISOString(),
      method: c.req.method,
      path: url.pathname,
      query: grants.redact(url.search),
      contentType: c.req.header('content-type') ?? null,
      body: parsed(grants.redact(await c.req.raw.clone().text())),
    });
    entry.key = grants.find((c.req.header('authorization') ?? '').replace(/^Bearer /i, ''))?.label ?? null;
    const act = async () => {
      const answer = await routes.fetch(c.req.raw, c.env);
      entry.status = answer.status;
      entry.answer = parsed(grants.redact(await answer.clone().text()));
      return answer;
    };
    const fault = faults.take(entry.method, url.pathname + url.search, entry.body);
    const answer = fault ? await strike({ env: c.env, entry }, fault, act, closing) : await act();
    if (fault && typeof fault === 'object' && 'status' in fault) entry.status = fault.status;
    log.finish(entry);
    return answer;
  });
}

function json({ status, body, headers = {} }: Answer): Response {
  const type = body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' };
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { ...type, ...headers },
  });
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, {
      errorCode: 'JSON_PARSER_ERROR',
      message: 'Unexpected character at [line:1, column:1]',
    });
  }
}
