// The control for one field of a CRM, by its kind, with what is wrong with it beside it.
import { CheckField } from '@/components/ui/CheckField';
import { CheckList } from '@/components/ui/CheckList';
import { RadioList } from '@/components/ui/RadioList';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { type FieldKind, severalOf } from '@/lib/record/field';
import { fromLocalMinute, localMinute } from '@/lib/util/dates';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import styles from './FieldInput.module.css';

/** More options than this hide behind a select. */
const LISTED = 5;

type Props = {
  field: {
    label: string;
    help?: string;
    kind: FieldKind;
    options: readonly { value: string; label: string }[];
    required: boolean;
  };
  value: string;
  error?: string | null | undefined;
  /** It keeps the review from being confirmed: the keyboard is brought here. */
  inTheWay: boolean;
  most?: number;
  onChange: (value: string) => void;
};

export function FieldInput({ field, value, error, inTheWay, most, onChange }: Props) {
  const { help: hint = '', required, options } = field;
  const label = required ? field.label : <Optional label={field.label} />;
  const common = { label, hint, error, value, onChange };
  return (
    <div data-keys={inTheWay ? spot.obstacle : undefined} {...part}>
      {control()}
    </div>
  );

  function control() {
    if (field.kind === 'check')
      return (
        <CheckField
          {...{ label, hint, error }}
          checked={value === 'true'}
          onChange={(checked) => onChange(String(checked))}
        />
      );
    if (field.kind === 'choices')
      return (
        <CheckList
          {...{ label, hint, error, options }}
          values={severalOf(value)}
          onChange={(values) => onChange(values.join(';'))}
        />
      );
    if (field.kind === 'time')
      return (
        <TextField
          {...common}
          type="datetime-local"
          value={localMinute(value)}
          onChange={(text) => onChange(fromLocalMinute(text))}
          aria-required={required}
        />
      );
    if (field.kind !== 'choice')
      return (
        <TextField
          {...common}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          maxLength={most}
          dir={field.kind === 'text' ? 'auto' : undefined}
          aria-required={required}
        />
      );
    // What is not among the options would look chosen and isn't.
    const held = options.some((option) => option.value === value) ? value : '';
    const blank = options.some((option) => option.value === '');
    if (options.length > 0 && options.length <= LISTED && (required || blank))
      return <RadioList {...common} value={held} options={options} required={required} />;
    return (
      <Select
        {...common}
        value={held}
        options={options}
        {...(blank ? {} : { empty: required ? 'Choose' : 'None' })}
        aria-required={required}
      />
    );
  }
}

function Optional({ label }: { label: string }) {
  return (
    <>
      {label} <span className={styles.optional}>optional</span>
    </>
  );
}
