// Step 1 by the session that this browser has: which account, what the browser is asked for, and only then the asking.
import { useStore } from 'zustand';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { RadioList } from '@/components/ui/RadioList';
import type { Way } from '@/lib/protocol/messages';
import { Checked } from './Checked';
import { SignInProblem } from './SignInProblem';
import styles from './steps.module.css';
import type { WelcomeStore } from './welcome-store';

type Props = {
  store: WelcomeStore;
  crmName: string;
  way: Extract<Way, { kind: 'session' }>;
  shell: Shell;
  /** The label of another way that this CRM has; null where there is none. */
  otherWay: string | null;
};

export function SessionStep({ store, crmName, way, shell, otherWay }: Props) {
  const { values, checking, checkProblem, account, existing, typeValue, signIn, load } = useStore(store);
  const { accounts, barred } = way;
  // One whose page has been closed since is no choice any more.
  const [only, ...others] = accounts;
  const chosen = others.length === 0 ? only : accounts.find((one) => one === values.account);
  const why = checking
    ? `${crmName} is being asked`
    : accounts.length > 1 && !chosen
      ? 'Choose one first'
      : null;
  // The browser takes the question only from the click itself, before anything else is waited for.
  const onUse = () => {
    if (chosen !== undefined && chosen !== values.account) typeValue('account', chosen);
    void signIn(shell.ask(way.ask));
  };
  /** With its name, where it has been connected before. */
  const named = (one: string) => {
    const known = existing.find((connection) => connection.account === one)?.accountName;
    return known && known !== one ? `${one} (${known.slice(0, 200)})` : one;
  };

  if (accounts.length === 0) {
    return (
      <>
        {barred.length === 0 ? (
          <p>Open {crmName} in another tab of this window and sign in there. Then come back to this page.</p>
        ) : (
          <Notice tone="care" title={`Your session of ${crmName} can’t be used here`}>
            {barred.map((why) => (
              <p key={why}>{why}</p>
            ))}
            {otherWay !== null && <p>Choose “{otherWay}” above instead.</p>}
          </Notice>
        )}
        <div>
          <Button look="primary" onClick={() => void load()}>
            Look again
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <div className={styles.prose}>
        <p>
          For this, Stagecheck asks the browser for leave to read cookies. It reads those of {crmName} only,
          to find the sign-in that you have; it keeps none of them, and sends it to {crmName} only.
        </p>
      </div>
      {accounts.length > 1 && (
        <RadioList
          label="Which one"
          value={chosen ?? ''}
          options={accounts.map((one) => ({ value: one, label: named(one) }))}
          onChange={(one) => typeValue('account', one)}
        />
      )}
      <div className={styles.actions}>
        <Button look={account ? 'plain' : 'primary'} why={why} onClick={onUse}>
          {checking ? `Asking ${crmName} …` : `Use my sign-in to ${chosen ?? crmName}`}
        </Button>
        <Button look="quiet" onClick={() => void load()}>
          Look again
        </Button>
      </div>
      {checkProblem && <SignInProblem problem={checkProblem} crmName={crmName} otherWay={otherWay} />}
      <Checked store={store} crmName={crmName} />
    </>
  );
}
