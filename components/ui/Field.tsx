// A label, its control, a hint and an error, tied together for screen readers.
import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './Field.module.css';

/**
 * What the control has to carry so that its label, hint and error are read with it, and so that the browser keeps nothing
 * of it: else what was typed stands in the profile's session files, and stays there when all of ours is cleared.
 */
export type ControlProps = {
  autoComplete: 'off';
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, and what to do; absent when nothing is. */
  error?: string | null | undefined;
  /** The id of words that stand elsewhere and belong to the control too. */
  describedBy?: string | undefined;
};

export function Field({
  label,
  hint,
  error,
  describedBy,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [describedBy, hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        autoComplete: 'off',
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <Explained id={id} hint={hint} error={error} />
    </div>
  );
}

/** The hint and the error under a control, under the ids that its aria-describedby names. */
export function Explained({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
