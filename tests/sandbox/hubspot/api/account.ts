// GET /account-info/2026-09/details: which portal a key belongs to.
import { Hono } from 'hono';
import { ACCOUNT } from '../scopes';
import { demand } from './auth';
import type { ApiEnv } from './env';
import { json } from './respond';

export const account = new Hono<ApiEnv>().get('/details', (c) => {
  demand(c.get('key'), ACCOUNT);
  const { info } = c.get('scene').portal;
  return json({
    portalId: Number(info.id),
    accountType: 'STANDARD',
    timeZone: info.timeZone,
    companyCurrency: info.currency,
    additionalCurrencies: [],
    utcOffset: info.utcOffset,
    utcOffsetMilliseconds: info.utcOffsetMilliseconds,
    uiDomain: info.uiDomain,
    dataHostingLocation: info.uiDomain.includes('eu1') ? 'eu1' : 'na1',
  });
});
