// A list of options, of which one or several are chosen: its label, its rows, its hint and its error.
import { useId } from 'react';
import { Explained, type FieldProps } from './Field';
import field from './Field.module.css';
import styles from './RadioList.module.css';

export type OptionGroupProps = Omit<FieldProps, 'describedBy'> & {
  options: readonly { value: string; label: string }[];
};

type Props = OptionGroupProps & {
  /** One of them, or several. */
  type: 'radio' | 'checkbox';
  required?: boolean | undefined;
  isChosen: (value: string) => boolean;
  onChoose: (value: string, chosen: boolean) => void;
};

export function OptionGroup({ label, hint, error, options, type, required, isChosen, onChoose }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const wrong = { 'aria-invalid': error ? true : undefined };
  // A group of boxes can be neither required nor wrong as a whole: its boxes say what is.
  const group =
    type === 'radio' ? { role: 'radiogroup', 'aria-required': required, ...wrong } : { role: 'group' };
  const told = { 'aria-labelledby': `${id}-label`, 'aria-describedby': described || undefined };
  return (
    <div className={field.field} {...group} {...told}>
      <div className={field.label} id={`${id}-label`}>
        {label}
      </div>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type={type}
              autoComplete="off"
              name={id}
              value={option.value}
              checked={isChosen(option.value)}
              {...(type === 'checkbox' ? wrong : {})}
              onChange={(event) => onChoose(option.value, event.target.checked)}
            />
            <span dir="auto">{option.label}</span>
          </label>
        ))}
      </div>
      <Explained id={id} hint={hint} error={error} />
    </div>
  );
}
