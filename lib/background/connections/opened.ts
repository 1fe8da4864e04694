// One sign-in that was opened: its session, the key that it uses now, and whose that key is.

import type { StoredConnection } from '@/lib/background/storage/database';
import type { Credential, CrmSession, OpenSession } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import type { Person } from '@/lib/record/record';
import { createKeep, type KeepArea } from './keep';
import { ofConnection } from './other-user';
import type { Renewal } from './renewal';
import { scrubbed } from './secrets';

export type Opened = {
  session: CrmSession;
  /** The newest key that was given out here. */
  key(): string;
  /** Whose that key is, as the CRM says; null where it is nobody's. */
  user(): Promise<Person | null>;
  /** The key came to be another person's: nothing more is to be done with it. */
  over(): boolean;
};

type Needs = { open: OpenSession; row: StoredConnection; renew: Renewal; keepArea?: KeepArea | undefined };

/** Opens the row's sign-in on this key; `fields` are those of its tokens. Sends nothing. */
export function openSignIn(
  { open, row, renew, keepArea }: Needs,
  key: string,
  fields?: Record<string, string>,
): Opened {
  const { crm, account, credential } = row;
  let newest = key;
  let over = false;
  /** Whose a key is, for the one that was asked about last. */
  let known: { key: string; person: Person } | null = null;

  /** A session's successor may be anybody's: once something was to be written, it must be the same person's. */
  async function hold(fresh: string): Promise<void> {
    if (credential.way !== 'session' || !known) return;
    const person = await open({ key: fresh, account }).user?.();
    if (!person) return;
    const other = ofConnection({ user: known.person }, person);
    over = other !== null;
    if (other) throw new ProblemError(other);
    known = { key: fresh, person };
  }

  const renewed: Credential = {
    key,
    account,
    ...(fields ? { fields } : {}),
    ...(keepArea ? { keep: createKeep(keepArea, accountKey(crm, account), () => newest) } : {}),
    async renew() {
      const fresh = await renew(crm, account, newest, row);
      await hold(fresh).catch((error: unknown) => {
        throw scrubbed(error, fresh);
      });
      newest = fresh;
      return fresh;
    },
  };
  const session = open(credential.way === 'key' ? { key, account } : renewed);

  return {
    session,
    key: () => newest,
    over: () => over,
    async user() {
      if (credential.way === 'key' || !session.user) return null;
      // What refreshes a token keeps its person.
      if (credential.way === 'oauth' && row.user) return row.user;
      while (known?.key !== newest) {
        const asked = newest;
        const person = await session.user();
        // Refused and renewed while it was asked: whose the new one is, is asked anew.
        if (asked === newest) known = { key: asked, person };
      }
      return known.person;
    },
  };
}
