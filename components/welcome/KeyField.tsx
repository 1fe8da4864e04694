// A field for a secret: hidden while typed unless asked to show, and never remembered by the browser.
import { type Ref, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, type FieldProps } from '@/components/ui/Field';
import control from '@/components/ui/Field.module.css';
import styles from './KeyField.module.css';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
};

export function KeyField({ label, hint, error, value, onChange, ref }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => (
        <div className={styles.row}>
          <input
            {...props}
            ref={ref}
            className={control.control}
            type={shown ? 'text' : 'password'}
            // Browsers ignore "off" on a password field; for them this is a secret made elsewhere, not a login.
            autoComplete={shown ? 'off' : 'new-password'}
            autoCapitalize="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={shown} aria-label="Show the key" onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
          </Button>
        </div>
      )}
    </Field>
  );
}
