// The search over criteria, at the head of the list: arrows choose, Enter puts it on the card, Esc clears.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { TextField } from '@/components/ui/TextField';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { focusHere, focusQuestion } from '../keys/focus';
import type { Found } from '../store/finding';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import styles from './Find.module.css';

export function Find({ record, found }: { record: OpenRecord; found: Found }) {
  const { finding } = useSidebar();
  const { playbook, sheet } = record;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusHere(input.current), []);
  const count = found.ids.length;
  const chosen = playbook.compiled.byId.get(found.ids[found.at] ?? '')?.label;
  const onKeyDown = (event: KeyboardEvent) => {
    // Such a key belongs to the characters that are being put together.
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by !== null) finding.move(by);
    else if (event.key === 'Enter') {
      if (finding.take()) focusQuestion();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.find}>
      <TextField
        ref={input}
        type="search"
        label="Find a criterion"
        placeholder="A word of its name, question or meaning"
        value={sheet.finding?.text ?? ''}
        onChange={finding.type}
        onKeyDown={onKeyDown}
      />
      <p className={count === 0 ? styles.none : styles.count} role="status">
        {count === 0 ? 'No criterion has these words. Esc clears the search.' : `${found.at + 1} of ${count}`}
        {chosen && <VisuallyHidden>: {chosen}</VisuallyHidden>}
      </p>
    </div>
  );
}
