// One line under the card for the customer's own words. The question above stays where it is.
import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { QUOTE_MOST } from '@/lib/qualification/answers/draft';
import { focusHere, focusQuestion } from '../keys/focus';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { answerWords } from '../words/answer';
import styles from './QuoteLine.module.css';

export function QuoteLine({ record }: { record: OpenRecord }) {
  const { quoting } = useSidebar();
  const { playbook, sheet, derived } = record;
  const input = useRef<HTMLInputElement>(null);
  const line = sheet.quoting;
  const about = line?.criterion ?? null;
  const open = line !== null;
  useEffect(() => {
    if (open) focusHere(input.current);
  }, [open]);
  if (!line) return null;
  const criterion = about === null ? undefined : playbook.compiled.byId.get(about);
  if (!criterion) {
    return (
      <div className={styles.line} role="status">
        <p className={styles.hint}>Answer first. Then Q adds the customer’s words to that answer.</p>
        <Button look="quiet" cap="Esc" onClick={quoting.cancel}>
          Close
        </Button>
      </div>
    );
  }
  const keep = (event: FormEvent) => {
    event.preventDefault();
    quoting.keep();
    focusQuestion();
  };
  const answer = answerWords(criterion, derived.answered[criterion.id]);
  return (
    <form className={styles.form} onSubmit={keep}>
      <TextField
        ref={input}
        label={
          <span className={styles.label}>
            Their words on {criterion.label}: {answer}
          </span>
        }
        value={line.text}
        maxLength={QUOTE_MOST}
        dir="auto"
        placeholder="A short quote, then Enter"
        onChange={quoting.type}
      />
      <button type="submit" hidden />
    </form>
  );
}
