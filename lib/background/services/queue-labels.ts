// What a row of the queue calls its CRM, and its account where there are several.

import type { Connection } from '@/lib/protocol/messages';
import { accountKey } from '@/lib/record/account-key';
import type { RecordRef } from '@/lib/record/record';

/** `account`: '' where every row is of one account; else the CRM's name, the account's, or both: what tells them apart. */
export type Labels = (ref: RecordRef) => { crmName: string; account: string };

type Account = Pick<RecordRef, 'crm' | 'account'>;
const keyOf = ({ crm, account }: Account) => accountKey(crm, account);

/** Over everything that is connected, and everything in the queue: work on a disconnected account stays. */
export function labelsOf(
  connections: readonly Pick<Connection, 'crm' | 'account' | 'accountName'>[],
  refs: readonly RecordRef[],
  crmName: (crm: string) => string,
): Labels {
  const accounts = new Map([...refs, ...connections].map((one): [string, Account] => [keyOf(one), one]));
  const names = new Map(connections.map((one) => [keyOf(one), one.accountName]));
  return (ref) => {
    const name = crmName(ref.crm);
    if (accounts.size < 2) return { crmName: name, account: '' };
    const same = [...accounts.values()].filter(({ crm }) => crm === ref.crm).length;
    const own = names.get(keyOf(ref)) ?? ref.account;
    if (same === accounts.size) return { crmName: name, account: own };
    return { crmName: name, account: same < 2 ? name : `${name} · ${own}` };
  };
}
