// One field that others changed meanwhile: three columns, of which the rep chooses the second or the third.
import { useId } from 'react';
import { KeyCap } from '@/components/ui/KeyCap';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Met } from '../store/conflict';
import styles from './ChangedField.module.css';

export type Take = 'theirs' | 'mine';

const EMPTY = '(empty)';

type Props = {
  met: Met;
  /** Who changed it, and when, in words; '' where nobody knows. */
  who: string;
  take: Take | null;
  onTake: (take: Take) => void;
};

export function ChangedField({ met: { theirs, mine, keys }, who, take, onTake }: Props) {
  const name = useId();
  const label = mine?.label ?? theirs.label ?? theirs.field;
  const option = (value: Take, caption: string, text: string, key: string | undefined) => (
    <label className={styles.option}>
      <input
        type="radio"
        autoComplete="off"
        name={name}
        className={styles.input}
        checked={take === value}
        aria-keyshortcuts={key}
        onChange={() => onTake(value)}
      />
      <span className={styles.caption}>
        {caption}
        {key && <KeyCap>{key}</KeyCap>}
      </span>{' '}
      <span className={styles.value}>{text}</span>
    </label>
  );
  return (
    <section className={styles.field}>
      <header className={styles.head}>
        <h3>{label}</h3>
        {who !== '' && <p className={styles.who}>{who}</p>}
      </header>
      <fieldset className={styles.columns}>
        <legend>
          <VisuallyHidden>What shall stand in {label}</VisuallyHidden>
        </legend>
        <p className={styles.then}>
          <span className={styles.caption}>You saw</span>{' '}
          <span className={styles.value}>{(mine ? mine.fromText : theirs.was) || EMPTY}</span>
        </p>
        {option('theirs', mine ? 'Keep theirs' : 'Go on with', theirs.text || theirs.value || EMPTY, keys[0])}
        {mine && option('mine', 'Write mine', mine.toText || EMPTY, keys[1])}
      </fieldset>
    </section>
  );
}
