// Whose the browser's session is while the CRM can't be asked.

import type { StoredConnection } from '@/lib/background/storage/database';
import type { SessionWay } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import type { Person } from '@/lib/record/record';
import type { SignInBrowser } from './browser';
import { digestOf } from './digest';
import { unknownUser } from './other-user';

/**
 * The connection's own user, where the browser has no session at all, or still the one that was last known as theirs:
 * who decides offline, or after the session's end, is taken for them. Rejects for any other session, which may be
 * anybody's, and with `why` where the cookies can't be looked at.
 */
export async function ownerUnasked(
  browser: Pick<SignInBrowser, 'cookies'>,
  way: SessionWay,
  row: StoredConnection,
  why: unknown,
): Promise<Person | null> {
  if (row.credential.way !== 'session') throw why;
  const { page, digest } = row.credential;
  const cookies = await browser.cookies(way.origins, way.cookie);
  if (cookies === null) throw why;
  const found = way.find(cookies, page);
  // Whoever signs in gets one on the account's own host, with or without the page's.
  const others = cookies.filter(
    ({ name, domain }) => name === way.cookie && domain.replace(/^\./, '') === row.account,
  );
  const keys = [...(found ? [found.key] : []), ...others.map(({ value }) => value)];
  const digests = await Promise.all(keys.map(digestOf));
  if (digests.every((one) => one === digest)) return row.user;
  throw new ProblemError(unknownUser(row));
}
