// One of a few, one under the other with all their words in sight: real radio buttons under a list's look.
import { useId } from 'react';
import { Explained, type FieldProps } from './Field';
import field from './Field.module.css';
import styles from './RadioList.module.css';

type Props = Omit<FieldProps, 'describedBy'> & {
  value: string;
  options: readonly { value: string; label: string }[];
  required?: boolean;
  onChange: (value: string) => void;
};

export function RadioList({ label, hint, error, value, options, required, onChange }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div
      className={field.field}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-required={required}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
    >
      <div className={field.label} id={`${id}-label`}>
        {label}
      </div>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              autoComplete="off"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span dir="auto">{option.label}</span>
          </label>
        ))}
      </div>
      <Explained id={id} hint={hint} error={error} />
    </div>
  );
}
