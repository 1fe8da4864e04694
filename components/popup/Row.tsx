// One record of the queue: who, how far or what became of it, when; all of it one button.
import type { ReactNode } from 'react';
import { nameOf, whenWords } from '@/components/shared/queue-text';
import { Badge } from '@/components/ui/Badge';
import { classes } from '@/components/ui/classes';
import { KeyCap } from '@/components/ui/KeyCap';
import type { QueueRow } from '@/lib/protocol/queue';
import styles from './Row.module.css';

type Props = {
  row: QueueRow;
  /** Its place among all rows that are shown, from 1: the first nine have a key. */
  place: number;
  now: Date;
  words: string;
  more?: ReactNode;
  onOpen: (row: QueueRow) => void;
};

export function Row({ row, place, now, words, more, onOpen }: Props) {
  const key = place <= 9 ? String(place) : undefined;
  const name = nameOf(row);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-row
        data-key={key}
        aria-keyshortcuts={key}
        onClick={() => onOpen(row)}
      >
        <span className={styles.line}>
          <bdi className={styles.name} title={name}>
            {name}
          </bdi>
          {row.company && (
            <bdi className={styles.company} title={row.company}>
              {row.company}
            </bdi>
          )}
          <span className={styles.when}>{whenWords(row.at, now)}</span>
          <span className={styles.cap}>{key && <KeyCap>{key}</KeyCap>}</span>
        </span>
        {row.first && (
          <span className={styles.first}>
            <Badge tone="accent">
              <bdi>{row.first.name}</bdi>
            </Badge>{' '}
            <bdi>{row.first.why}</bdi>
          </span>
        )}
        <span className={classes(styles.line, styles.second)}>
          <span className={styles.words}>{words}</span>
          {row.account && (
            <span className={styles.account}>
              <Badge title={row.account}>
                <bdi>{row.account}</bdi>
              </Badge>
            </span>
          )}
        </span>
        {more && <span className={styles.more}>{more}</span>}
      </button>
    </li>
  );
}
