// Step 1: where to make a key, the key itself, and what it may do.
import { type FormEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem';
import { problemWords } from '@/lib/problem-words';
import { AccountResult } from './AccountResult';
import type { ConnectGuide } from './guide';
import { KeyField } from './KeyField';
import { ScopeTable } from './ScopeTable';
import styles from './steps.module.css';
import { canGoOn, type WelcomeStore } from './welcome-store';

export function KeyStep({ store, guide }: { store: WelcomeStore; guide: ConnectGuide }) {
  const { key, keyError, checking, checkProblem, account, typeKey, check, go } = useStore(store);
  const field = useRef<HTMLInputElement>(null);
  const error = keyError ?? (checkProblem && checkWords(checkProblem, guide.crmName));

  // Back in the field, the error is read out with it and the key can be mended at once.
  useEffect(() => {
    if (keyError || checkProblem) field.current?.focus();
  }, [keyError, checkProblem]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void check();
  };

  return (
    <>
      <div className={styles.prose}>
        <p>{guide.where}</p>
        <ol className={styles.list}>
          {guide.make.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <ScopeTable guide={guide} open={!account} />
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <KeyField
          label={guide.keyLabel}
          hint={guide.keyHint}
          error={error}
          value={key}
          onChange={typeKey}
          ref={field}
        />
        <div className={styles.actions}>
          <Button
            type="submit"
            look={account ? 'plain' : 'primary'}
            why={checking ? `${guide.crmName} is being asked` : null}
          >
            {checking ? `Asking ${guide.crmName} …` : account ? 'Check again' : 'Check'}
          </Button>
        </div>
      </form>
      <div role="status" className={styles.status}>
        {account && <AccountResult account={account} guide={guide} />}
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

/** Why the check failed, and what to do; the field still holds the key. */
function checkWords(problem: Problem, crmName: string): string {
  const { title, todo } = problemWords(problem, crmName);
  // Here the key was just pasted, so a slip of copying is likelier than an expiry.
  const refused = 'Look whether it was copied whole and is still active, then check again.';
  return `${title}. ${problem.kind === 'key-refused' ? refused : todo}`;
}
