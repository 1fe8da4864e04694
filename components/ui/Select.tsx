// A choice among a few, with its label: the platform's own select, which every keyboard and screen reader knows.
import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'onChange' | 'value'> & {
    value: string;
    options: readonly { value: string; label: string }[];
    /** Shown for '' when nothing is chosen yet. */
    empty?: string;
    onChange: (value: string) => void;
  };

export function Select({ label, hint, error, describedBy, options, empty, onChange, ...select }: Props) {
  return (
    <Field label={label} hint={hint} error={error} describedBy={describedBy}>
      {(control) => (
        <select
          {...select}
          {...control}
          className={styles.control}
          onChange={(event) => onChange(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
