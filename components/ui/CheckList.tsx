// Several of a list, one under the other: real checkboxes under a list's look.
import { useId } from 'react';
import { Explained, type FieldProps } from './Field';
import field from './Field.module.css';
import styles from './RadioList.module.css';

type Props = Omit<FieldProps, 'describedBy'> & {
  values: readonly string[];
  options: readonly { value: string; label: string }[];
  /** In the order of the options. */
  onChange: (values: string[]) => void;
};

export function CheckList({ label, hint, error, values, options, onChange }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const change = (value: string, checked: boolean) =>
    onChange(
      options.map((option) => option.value).filter((one) => (one === value ? checked : values.includes(one))),
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't be laid out like the labels beside it.
    <div
      className={field.field}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={described || undefined}
    >
      <div className={field.label} id={`${id}-label`}>
        {label}
      </div>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              autoComplete="off"
              checked={values.includes(option.value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => change(option.value, event.target.checked)}
            />
            <span dir="auto">{option.label}</span>
          </label>
        ))}
      </div>
      <Explained id={id} hint={hint} error={error} />
    </div>
  );
}
