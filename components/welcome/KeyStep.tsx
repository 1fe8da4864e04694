// Step 1 by key: where to make one, the key itself, and what it may do.
import { type FormEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { KeyGuide } from '@/lib/crm/shared/crm';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import { Checked } from './Checked';
import { KeyField } from './KeyField';
import { Prepare } from './Prepare';
import { ScopeTable } from './ScopeTable';
import styles from './steps.module.css';
import type { WelcomeStore } from './welcome-store';

type Props = { store: WelcomeStore; crmName: string; guide: KeyGuide | null };

export function KeyStep({ store, crmName, guide }: Props) {
  const { key, keyError, checking, checkProblem, account, typeKey, check } = useStore(store);
  const field = useRef<HTMLInputElement>(null);
  const error = keyError ?? (checkProblem && checkWords(checkProblem, crmName));

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
      {guide && <Prepare guide={guide} />}
      {guide && <ScopeTable scopes={guide.scopes} open={!account} />}
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <KeyField
          label={guide?.keyLabel ?? 'Key'}
          hint={guide?.keyHint}
          error={error}
          value={key}
          onChange={typeKey}
          ref={field}
        />
        <div className={styles.actions}>
          <Button
            type="submit"
            look={account ? 'plain' : 'primary'}
            why={checking ? `${crmName} is being asked` : null}
          >
            {checking ? `Asking ${crmName} …` : account ? 'Check again' : 'Check'}
          </Button>
        </div>
      </form>
      <Checked store={store} crmName={crmName} scopes={guide?.scopes ?? []} />
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
