// Ends a sign-in at the CRM, as well as that can be done.

import type { StoredCredential } from '@/lib/background/storage/database';
import type { Crm, Fetch } from '@/lib/crm/shared/crm';
import { report } from '@/lib/diagnostics/report';
import type { Problem } from '@/lib/problem/problem';
import { boundedFetch } from './call';
import { wayOf } from './renewal';
import { scrubbed } from './secrets';

/** Rejects with ProblemError where the CRM could not be told. Nothing to do for a pasted key or a browser's session. */
export type Revoke = (crm: string, credential: StoredCredential) => Promise<void>;

export function createRevoke(crmById: (id: string) => Crm | null, fetch: Fetch): Revoke {
  return async (id, credential) => {
    const crm = crmById(id);
    const way = wayOf(crm, 'oauth');
    if (credential.way !== 'oauth' || !crm || !way) return;
    try {
      await way.revoke(credential.tokens, boundedFetch(crm.name, fetch));
    } catch (error) {
      throw scrubbed(error, credential.tokens);
    }
  };
}

/** Why the CRM could not be told to end it; null where it was, or there is nothing to tell. */
export function notEnded(
  revoke: Revoke,
  { crm, credential }: { crm: string; credential: StoredCredential },
): Promise<Problem | null> {
  return revoke(crm, credential).then(
    () => null,
    (error: unknown) => {
      report(error, 'connections.revoke');
      return scrubbed(error).problem;
    },
  );
}
