// api.hubapi.com: every call is logged, may meet an armed fault, shows its key, is counted, then routed.
import { Hono } from 'hono';
import type { Faults } from '../../common/faults';
import { parsed, type RequestLog } from '../../common/log';
import { strike } from '../../common/strike';
import { authorOf } from '../keys';
import { Refusal } from '../problem';
import type { World } from '../world';
import { account } from './account';
import { associationBatches, recordAssociations } from './associations';
import { authenticate } from './auth';
import { batch } from './batch';
import type { ApiEnv } from './env';
import { Limiter } from './limiter';
import { merges } from './merge';
import { oauth, tokenInfo } from './oauth';
import { objects } from './objects';
import { owners } from './owners';
import { pipelines } from './pipelines';
import { properties } from './properties';
import { refusal } from './respond';
import { search } from './search';

/** A refusal for scopes with the names that it gives: the right ones, others, or none. */
function named(error: Refusal, names: World['settings']['scopeNames']): Refusal {
  if (error.category !== 'MISSING_SCOPES' || names === 'right') return error;
  const context = { requiredGranularScopes: ['crm.objects.companies.read', 'crm.objects.quotes.read'] };
  return new Refusal(error.status, error.category, error.message, {
    ...(names === 'wrong' ? { errors: [{ message: 'One or more scopes are required.', context }] } : {}),
  });
}

export function apiApp(world: World, log: RequestLog, faults: Faults, closing: AbortSignal): Hono<ApiEnv> {
  // The allowance is a matter of real time, whatever the portal's clock says.
  const limiter = new Limiter(world.settings, () => performance.now());
  const { keys } = world;
  const routes = new Hono<ApiEnv>()
    .use(async (c, next) => {
      if (c.req.path.startsWith('/oauth/')) return next();
      const key = authenticate(keys, c.req.header('authorization'));
      const portal = world.store.portal(key.portal);
      c.set('key', key);
      c.set('scene', { world, portal, author: authorOf(key) });
      const headers = limiter.count(key, c.req.path.endsWith('/search'));
      await next();
      for (const [name, value] of Object.entries(headers)) c.header(name, value);
    })
    .route('/account-info/2026-09', account)
    .route('/crm/owners/2026-09', owners)
    .route('/crm/properties/2026-09', properties)
    .route('/crm/pipelines/2026-09', pipelines)
    .route('/crm/objects/2026-09', batch)
    .route('/crm/objects/2026-09', search)
    .route('/crm/objects/2026-09', merges)
    .route('/crm/objects/2026-09', objects)
    .route('/crm/objects/2026-09', recordAssociations)
    .route('/crm/associations/2026-09', associationBatches)
    .route('/oauth/2026-03', oauth(keys))
    .route('/oauth/v2', tokenInfo(world));
  routes.notFound((c) =>
    refusal(new Refusal(404, 'NOT_FOUND', `There is no ${c.req.method} ${c.req.path} here.`)),
  );
  routes.onError((error) => {
    if (error instanceof Refusal) return refusal(named(error, world.settings.scopeNames));
    console.error(error);
    return refusal(new Refusal(500, 'INTERNAL_ERROR', 'internal error'));
  });

  return new Hono<ApiEnv>().all('*', async (c) => {
    const url = new URL(c.req.url);
    const header = c.req.header('authorization') ?? '';
    const entry = log.begin({
      at: world.clock().toISOString(),
      method: c.req.method,
      path: url.pathname,
      query: keys.redact(url.search),
      contentType: c.req.header('content-type') ?? null,
      body: parsed(keys.redact(await c.req.raw.clone().text())),
    });
    c.set('entry', entry);
    entry.key = keys.find(header.replace(/^Bearer /i, ''))?.name ?? null;
    const act = async () => {
      const answer = await routes.fetch(c.req.raw, c.env);
      entry.status = answer.status;
      entry.answer = parsed(keys.redact(await answer.clone().text()));
      return answer;
    };
    const fault = faults.take(entry.method, url.pathname + url.search, entry.body);
    const answer = fault ? await strike({ env: c.env, entry }, fault, act, closing) : await act();
    if (fault && typeof fault === 'object' && 'status' in fault) entry.status = fault.status;
    log.finish(entry);
    return answer;
  });
}
