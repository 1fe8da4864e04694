// Who calls the API, and whether they may: bearer tokens of apps, and the browser's session.
import type { Grant } from '../change';
import type { Grants } from '../grants';
import type { OrgName } from '../model';
import { refuse } from '../problem';
import type { Settings } from '../settings';

export const invalidSession = () =>
  refuse('INVALID_SESSION_ID', 'Session expired or invalid', undefined, 401);

/** The good grant of an Authorization header for this org. Refuses with 401, or 403 where the org's limits say so. */
export function authenticate(
  grants: Grants,
  org: OrgName,
  settings: Settings,
  header: string | undefined,
): Grant {
  const value = /^(?:Bearer|OAuth) (\S+)$/i.exec(header ?? '')?.[1];
  const grant = value ? grants.find(value) : null;
  if (!grant || grant.org !== org || grant.state !== 'good' || grant.kind === 'lightning')
    throw invalidSession();
  if (grant.kind === 'session' && settings.sessionsRefused)
    throw refuse('INVALID_SESSION_ID', 'This session is not valid for use with the REST API', undefined, 401);
  if (!settings.apiEnabled)
    throw refuse(
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this Organization.',
      undefined,
      403,
    );
  if (settings.calls.used >= settings.calls.max)
    throw refuse('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', undefined, 403);
  return grant;
}
