// The page belongs to an account that no connection fits: says which is which, and touches neither.
import { Button } from '@/components/ui/Button';
import type { Connection } from '@/lib/protocol/messages';
import { spot } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import styles from './PlaceView.module.css';

export function WrongAccount({ page: account, accounts }: { page: string; accounts: Connection[] }) {
  const { page } = useSidebar();
  const crmName = accounts[0]?.crmName ?? 'CRM';
  return (
    <section className={styles.view}>
      <h2 className={styles.title} tabIndex={-1} data-keys={spot.question}>
        This page belongs to another {crmName} account
      </h2>
      <dl className={styles.accounts}>
        <dt>This page</dt>
        <dd>{account}</dd>
        {accounts.map((one) => (
          <div key={one.account} className={styles.pair}>
            <dt>Connected</dt>
            <dd>
              {one.accountName.includes(one.account)
                ? one.accountName
                : `${one.accountName} (${one.account})`}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.text}>
        Nothing was read or written. Connect this account too, or open the record in the account that is
        connected.
      </p>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => page.open({ page: 'welcome' })}>
          Connect this account
        </Button>
      </div>
    </section>
  );
}
