// The one place where the card takes typing: a number or a day. Enter keeps it and goes on.
import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/ui/TextField';
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Criterion } from '@/lib/playbook/schema';
import { fits } from '@/lib/qualification';
import { focusQuestion, spot } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';

type Props = { criterion: Criterion; value: AnswerValue | null };

export function ValueInput({ criterion, value }: Props) {
  const { answers } = useSidebar();
  const [text, setText] = useState(value === null ? '' : String(value));
  const [error, setError] = useState<string | null>(null);
  const isNumber = criterion.kind === 'number';
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const given = isNumber ? Number(text.replace(/[\s']/g, '').replace(',', '.')) : text;
    if (text.trim() === '' || !fits(criterion, given)) {
      setError(isNumber ? 'Type a number, or press U.' : 'Choose a day, or press U.');
      return;
    }
    answers.answer(given);
    focusQuestion();
  };
  return (
    <form onSubmit={keep} noValidate>
      <TextField
        label={criterion.unit ?? (isNumber ? 'Number' : 'Day')}
        type={isNumber ? 'text' : 'date'}
        inputMode={isNumber ? 'decimal' : undefined}
        value={text}
        error={error}
        placeholder={isNumber ? 'Type, then Enter' : undefined}
        data-keys={spot.value}
        onChange={(typed) => {
          setText(typed);
          setError(null);
        }}
      />
      <button type="submit" hidden />
    </form>
  );
}
