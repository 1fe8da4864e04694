// A checkbox with its words.
import type { ReactNode } from 'react';
import styles from './Check.module.css';

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The id of words that stand elsewhere and belong to it too. */
  describedBy?: string | undefined;
  children: ReactNode;
};

export function Check({ checked, onChange, describedBy, children }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        autoComplete="off"
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
