// Step 1 by signing in at the CRM: what must be there, what has to be typed, and the button that opens its window.
import { type FormEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { askFor, originsIn } from '@/lib/crm/shared/host-permissions';
import type { Way } from '@/lib/protocol/messages';
import { Checked } from './Checked';
import { Prepare } from './Prepare';
import { ReachNote } from './ReachNote';
import { SignInProblem } from './SignInProblem';
import styles from './steps.module.css';
import type { WelcomeStore } from './welcome-store';

type Props = { store: WelcomeStore; crmName: string; way: Extract<Way, { kind: 'oauth' }>; shell: Shell };

export function SignInStep({ store, crmName, way, shell }: Props) {
  const { values, checking, checkProblem, account, typeValue, signIn } = useStore(store);
  const wrong = checkProblem?.kind === 'invalid' ? (checkProblem.fields ?? []) : [];
  const first = useRef<HTMLInputElement>(null);
  const firstWrong = wrong[0]?.field;

  const ask = askFor(originsIn(way.reach, hostIn(way, values)));

  // Back in the field that is wrong, so that the error is read out with it.
  useEffect(() => {
    if (firstWrong !== undefined) first.current?.focus();
  }, [firstWrong]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // The browser takes the question only from the click itself, before anything else is waited for.
    void signIn(ask ? shell.ask(ask) : undefined);
  };

  return (
    <>
      {way.guide && (
        <details className={styles.details}>
          <summary>What your admin sets up once</summary>
          <Prepare guide={way.guide} />
          <p>
            The address that {crmName} sends you back to: <code className={styles.code}>{way.redirect}</code>
          </p>
        </details>
      )}
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {way.fields.map(({ id, label, help, placeholder, given }) => {
          const error = wrong.find(({ field }) => field === id)?.message;
          return (
            <TextField
              key={id}
              label={label}
              hint={given === null ? help : 'Set by your team.'}
              error={error}
              placeholder={placeholder}
              readOnly={given !== null}
              autoCapitalize="off"
              value={given ?? values[id] ?? ''}
              onChange={(text) => typeValue(id, text)}
              {...(id === firstWrong ? { ref: first } : {})}
            />
          );
        })}
        {ask && <ReachNote id="reach" origins={ask.origins} crmName={crmName} />}
        <div className={styles.actions}>
          <Button
            type="submit"
            look={account ? 'plain' : 'primary'}
            {...(ask ? { 'aria-describedby': 'reach' } : {})}
            why={checking ? `${crmName} is asking you in its own window` : null}
          >
            {checking ? 'Waiting for you to sign in …' : account ? 'Sign in again' : `Sign in to ${crmName}`}
          </Button>
        </div>
      </form>
      {checkProblem && wrong.length === 0 && <SignInProblem problem={checkProblem} crmName={crmName} />}
      <Checked store={store} crmName={crmName} />
    </>
  );
}

/** What stands in the field that tells the account's host. */
function hostIn({ fields, reach }: Props['way'], values: Record<string, string>): string {
  const field = fields.find(({ id }) => id === reach?.field);
  return field ? (field.given ?? values[field.id] ?? '') : '';
}
