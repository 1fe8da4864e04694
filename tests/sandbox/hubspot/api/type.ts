// Which object type a path means, and whether the key may read or write it.
import type { Context } from 'hono';
import { Refusal } from '../problem';
import { objectScopes } from '../scopes';
import { type ObjectType, objectType } from '../types';
import { demand } from './auth';
import type { ApiEnv } from './env';

/** The object type of a path segment. 400 for one that HubSpot has no such type for, 403 without the scope. */
export function typeOf(c: Context<ApiEnv>, access: 'read' | 'write', segment = 'type'): ObjectType {
  const name = c.req.param(segment) ?? '';
  const type = objectType(name);
  if (!type) throw new Refusal(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${name}`);
  for (const scope of objectScopes(type.name, access)) demand(c.get('key'), scope);
  return type;
}
