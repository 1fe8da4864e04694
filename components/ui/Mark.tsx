// Yes, no, unknown or later: told by its shape and its word, and only then by colour.
import { classes } from './classes';
import styles from './Mark.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export type MarkValue = 'yes' | 'no' | 'unknown' | 'later';

const words: Record<MarkValue, string> = { yes: 'Yes', no: 'No', unknown: 'Not known', later: 'Later' };

const shapes: Record<MarkValue, string> = {
  yes: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  no: 'M4 4 12 12 M12 4 4 12',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.6 M8 12.4v.2',
  later: 'M4.5 8h7',
};

type Props = {
  value: MarkValue;
  /** Said instead of the value's own word; '' when the words beside it already say it. */
  word?: string;
};

export function Mark({ value, word = words[value] }: Props) {
  return (
    <span className={classes(styles.mark, styles[value])}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={shapes[value]} />
      </svg>
      {word && <VisuallyHidden>{word}</VisuallyHidden>}
    </span>
  );
}
