// A checkbox with its words.
import type { ReactNode } from 'react';
import styles from './Check.module.css';

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What it agrees to can't be taken back: a click that comes there by chance is not to count. */
  final?: boolean;
  children: ReactNode;
};

export function Check({ checked, onChange, final, children }: Props) {
  return (
    <label className={styles.check} data-final={final || undefined}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
