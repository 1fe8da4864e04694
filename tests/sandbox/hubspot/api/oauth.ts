// POST /oauth/2026-03/token/introspect: what a token is and may do. The caller needs no key of its own.
import { Hono } from 'hono';
import * as v from 'valibot';
import type { KeyRing } from '../keys';
import { badRequest } from '../problem';
import type { World } from '../world';
import { body } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';

export const oauth = (keys: KeyRing) =>
  new Hono<ApiEnv>().post('/token/introspect', async (c) => {
    const token = new URLSearchParams(await c.req.text()).get('token') ?? '';
    const key = keys.find(token);
    if (!key) throw badRequest('The token is unknown or malformed.');
    const hubId = Number(key.portal);
    return json({
      active: key.state === 'good',
      app_id: key.appId,
      client_id: `app-${key.appId}`,
      expires_in: key.state === 'good' ? 1800 : 0,
      hub_id: hubId,
      is_private_distribution: true,
      scopes: key.scopes,
      signed_access_token: {
        appId: key.appId,
        appInstallId: `install-${key.appId}`,
        audience: 'api',
        expiresAt: 0,
        hubId,
        hublet: 'na1',
        installingUserId: 0,
        isPrivateDistribution: true,
        isServiceAccount: true,
        isUserLevel: false,
        newSignature: '',
        scopeToScopeGroupPks: '',
        scopes: '',
        signature: '',
        trialScopeToScopeGroupPks: '',
        trialScopes: '',
        userId: 0,
      },
      token,
      token_type: 'access_token',
      token_use: 'access_token',
      user_id: 0,
    });
  });

/** POST /oauth/v2/private-apps/get/access-token-info: the same of a private app's token, asked with the token alone. */
export const tokenInfo = (world: World) =>
  new Hono<ApiEnv>().post('/private-apps/get/access-token-info', async (c) => {
    const { tokenKey } = await body(c, v.object({ tokenKey: v.string() }));
    const key = world.keys.find(tokenKey);
    if (key?.state !== 'good' || !world.settings.listsScopes)
      throw badRequest('The token is unknown or malformed.');
    return json({ userId: 0, hubId: Number(key.portal), appId: key.appId, scopes: key.scopes });
  });
