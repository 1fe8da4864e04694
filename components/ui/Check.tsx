// A checkbox with its words.
import type { ReactNode } from 'react';
import styles from './Check.module.css';

type Props = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode };

export function Check({ checked, onChange, children }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        autoComplete="off"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
