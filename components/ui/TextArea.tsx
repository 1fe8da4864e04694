// A text of several lines with its label.
import type { Ref, TextareaHTMLAttributes } from 'react';
import { classes } from './classes';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

type Props = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className' | 'onChange' | 'value'> & {
    value: string;
    onChange: (value: string) => void;
    ref?: Ref<HTMLTextAreaElement>;
  };

export function TextArea({ label, hint, error, onChange, ...area }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          rows={4}
          {...area}
          {...control}
          className={classes(styles.control, styles.area)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
