// Who calls, and whether the key may do it.
import type { Key, KeyRing } from '../keys';
import { Refusal } from '../problem';

const unknown = () =>
  new Refusal(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 and private app access tokens.',
  );

/** The good key of an Authorization header; refuses missing, unknown, expired and revoked ones with 401. */
export function authenticate(keys: KeyRing, header: string | undefined): Key {
  const value = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  const key = value ? keys.find(value) : null;
  if (!key) throw unknown();
  if (key.state === 'expired') {
    throw new Refusal(401, 'EXPIRED_AUTHENTICATION', 'The access token used to make this call has expired.', {
      context: { 'expire time': ['2026-01-31T23:59:59.000Z'] },
    });
  }
  if (key.state === 'revoked') {
    throw new Refusal(401, 'REVOKED_AUTHENTICATION', 'The access token used to make this call was revoked.');
  }
  return key;
}

/** Refuses with 403 unless the key has one of the scopes. */
export function demand(key: Key, ...oneOf: string[]) {
  if (oneOf.some((scope) => key.scopes.includes(scope))) return;
  throw new Refusal(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call.",
    {
      context: { missingScopes: oneOf },
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: oneOf },
        },
      ],
    },
  );
}
