// When to come back: three usual spans, or a day. The first span is chosen from the start, so that one digit is enough.
import { useEffect } from 'react';
import { TextField } from '@/components/ui/TextField';
import { workingDay } from '@/lib/qualification';
import { Choice } from '../frame/Choice';
import { useSidebar } from '../store/useSidebar';
import { dayAfter } from '../words/time';
import styles from './ReturnDate.module.css';

const spans = [
  { label: '2 weeks', step: { days: 14 } },
  { label: '1 month', step: { months: 1 } },
  { label: '3 months', step: { months: 3 } },
] as const;

type Props = { value: string | null; onChange: (day: string) => void };

export function ReturnDate({ value, onChange }: Props) {
  const { now } = useSidebar();
  const options = spans.map(({ label, step }) => ({ value: workingDay(dayAfter(now(), step)), label }));
  const first = options[0]?.value;
  useEffect(() => {
    if (value === null && first) onChange(first);
  }, [value, first, onChange]);
  return (
    <div className={styles.date}>
      <Choice label="Come back in" value={value} options={options} onChange={onChange} />
      <TextField
        label="or on"
        type="date"
        min={dayAfter(now(), { days: 0 })}
        value={value ?? ''}
        onChange={onChange}
      />
    </div>
  );
}
