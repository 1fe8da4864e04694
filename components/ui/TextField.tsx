// A one-line input with its label.
import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'onChange' | 'value'> & {
    value: string;
    onChange: (value: string) => void;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField({ label, hint, error, describedBy, onChange, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} describedBy={describedBy}>
      {(control) => (
        <input
          spellCheck={false}
          {...input}
          {...control}
          className={styles.control}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
