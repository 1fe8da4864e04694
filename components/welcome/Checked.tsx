// What came of step 1, read out when it comes, and the way on.
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { GuideScope } from '@/lib/crm/shared/crm';
import { AccountResult } from './AccountResult';
import styles from './steps.module.css';
import { canGoOn, type WelcomeStore } from './welcome-store';

/** `scopes`: those of a key; left out for the other ways. */
export function Checked({
  store,
  crmName,
  scopes,
}: {
  store: WelcomeStore;
  crmName: string;
  scopes?: GuideScope[];
}) {
  const { account, go } = useStore(store);
  return (
    <>
      <div role="status" className={styles.status}>
        {account && <AccountResult account={account} crmName={crmName} {...(scopes ? { scopes } : {})} />}
      </div>
      {canGoOn(account) && (
        <div>
          <Button look="primary" autoFocus onClick={() => go('person')}>
            Continue
          </Button>
        </div>
      )}
    </>
  );
}
