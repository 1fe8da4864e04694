// One of a few, side by side: real radio buttons under a segmented look.
import { useId } from 'react';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import styles from './Choice.module.css';

type Props<T extends string> = {
  label: string;
  /** For screen readers only, where a heading says it already. */
  hideLabel?: boolean;
  value: T | null;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

export function Choice<T extends string>({ label, hideLabel, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={hideLabel ? undefined : styles.legend}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              autoComplete="off"
              name={name}
              className={styles.input}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.words}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
