// What pages may know of a connection.

import type { StoredConnection } from '@/lib/background/storage/database';
import type { Crm } from '@/lib/crm/shared/crm';
import { askFor, originsIn } from '@/lib/crm/shared/host-permissions';
import type { Connection } from '@/lib/protocol/messages';
import { wayOf } from './renewal';

/** The row without its key or tokens: all that ever leaves the background. A key under 12 characters shows nothing of itself. */
export function publicView(row: StoredConnection, crm: Crm | null): Connection {
  const { credential } = row;
  const key = credential.way === 'key' ? credential.key : '';
  const asks = askFor(originsIn(wayOf(crm, 'oauth')?.reach, row.account));
  return {
    crm: row.crm,
    crmName: crm?.name ?? row.crm,
    account: row.account,
    accountName: row.accountName,
    person: row.person,
    user: row.user,
    way: credential.way,
    keyEnd: key.length < 12 ? '' : key.slice(-4),
    signedOut: row.signedOut,
    start: crm?.start?.(row.account) ?? null,
    connectedAt: row.connectedAt,
    missing: row.missing,
    ...(asks ? { asks } : {}),
  };
}
