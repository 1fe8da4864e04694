// Renewing a sign-in: one at a time over all workers, and a rotated token is kept before it is used.

import { refresh, type Tokens } from './oauth';
import { problem } from './problems';
import type { TransportParts } from './transport';

export type RenewalParts = {
  /** What is kept of the sign-in; null once it was disconnected. */
  load: () => Promise<Tokens | null>;
  /** Resolves when the tokens are safe on disk. */
  save: (tokens: Tokens) => Promise<void>;
  /** Runs one holder of a name at a time, in every worker and page: navigator.locks.request. */
  lock: <T>(name: string, run: () => Promise<T>) => Promise<T>;
  transport: TransportParts;
};

/**
 * For CrmSession's credential: a token in place of `refused`. Where another worker has renewed meanwhile, its token is
 * given and nothing is sent. Rejects with key-refused where the sign-in has ended, and with what the call met else;
 * what is kept stays as it was then.
 */
export function createRenewal(account: string, parts: RenewalParts): (refused: string) => Promise<string> {
  return (refused) =>
    parts.lock(`stagecheck-renew-${account}`, async () => {
      const kept = await parts.load();
      if (!kept) throw problem('key-refused', 'The sign-in to Salesforce has ended.');
      if (kept.access !== refused) return kept.access;
      const fresh = await refresh(kept, parts.transport);
      // If this fails the new refresh token is lost, and with it the sign-in: better no answer than one that is not kept.
      await parts.save(fresh);
      return fresh.access;
    });
}
