// A box that is a field of its own, with its hint and what is wrong with it.
import { useId } from 'react';
import { Check } from './Check';
import { Explained, type FieldProps } from './Field';
import field from './Field.module.css';

type Props = Omit<FieldProps, 'describedBy'> & { checked: boolean; onChange: (checked: boolean) => void };

export function CheckField({ label, hint, error, checked, onChange }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={field.field}>
      <Check checked={checked} onChange={onChange} describedBy={described || undefined}>
        {label}
      </Check>
      <Explained id={id} hint={hint} error={error} />
    </div>
  );
}
