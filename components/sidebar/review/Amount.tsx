// An amount of money: kept as it is typed, handed on as a number; an empty one is none.
import { useState } from 'react';
import { TextField } from '@/components/ui/TextField';

/** What can't be read stays in the way of confirming (the plan refuses it), instead of being written as something else. */
const UNREADABLE = -1;
const wanted = 'Digits only, with a point for cents: 12000 or 12000.50.';

type Props = { value: number | null; currency: string; onChange: (amount: number | null) => void };

export function Amount({ value, currency, onChange }: Props) {
  const [text, setText] = useState(value === null || value < 0 ? '' : String(value));
  const [error, setError] = useState<string | null>(value === UNREADABLE ? wanted : null);
  const read = (typed: string) => {
    setText(typed);
    const amount = typed.trim() === '' ? null : Number(typed.trim());
    const fine = amount === null || (Number.isFinite(amount) && amount >= 0);
    setError(fine ? null : wanted);
    onChange(fine ? amount : UNREADABLE);
  };
  return (
    <TextField
      label={currency === '' ? 'Amount' : `Amount in ${currency}`}
      hint="Optional"
      inputMode="decimal"
      value={text}
      error={error}
      onChange={read}
    />
  );
}
