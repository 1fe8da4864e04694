// GET /crm/owners/2026-09: the people of a portal.
import { Hono } from 'hono';
import type { Owner } from '../model';
import { notFound } from '../problem';
import { OWNERS } from '../scopes';
import { demand } from './auth';
import { wholeNumber } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';

const SINCE = '2021-03-01T09:00:00.000Z';
const shown = (owner: Owner) => ({
  id: owner.id,
  email: owner.email,
  type: 'PERSON',
  firstName: owner.firstName,
  lastName: owner.lastName,
  userId: owner.userId,
  userIdIncludingInactive: owner.userId,
  createdAt: SINCE,
  updatedAt: SINCE,
  archived: owner.archived,
  teams: [{ id: String(owner.team.length), name: owner.team, primary: true }],
});

export const owners = new Hono<ApiEnv>()
  .get('/', (c) => {
    demand(c.get('key'), OWNERS);
    const limit = wholeNumber(c.req.query('limit'), 100, 500, 'limit');
    const archived = c.req.query('archived') === 'true';
    const email = c.req.query('email')?.toLowerCase();
    const after = Number(c.req.query('after') ?? 0);
    const all = c
      .get('scene')
      .portal.owners.filter((owner) => owner.archived === archived && (!email || owner.email === email));
    const end = after + limit;
    const next = end < all.length && { paging: { next: { after: String(end) } } };
    return json({ results: all.slice(after, end).map(shown), ...next });
  })
  .get('/:id', (c) => {
    demand(c.get('key'), OWNERS);
    const by = c.req.query('idProperty') === 'userId' ? 'userId' : 'id';
    const id = c.req.param('id');
    const owner = c.get('scene').portal.owners.find((item) => String(item[by]) === id);
    if (!owner || owner.archived !== (c.req.query('archived') === 'true')) throw notFound('owner', id);
    return json(shown(owner));
  });
