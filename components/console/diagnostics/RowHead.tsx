// The first line of a row: whose it is, what else tells it from others, and when it was decided.
import type { ReactNode } from 'react';
import { whenWords } from '@/components/shared/queue-text';
import styles from './Diagnostics.module.css';

/** `at`: ISO. `children`: between the name and the time. */
type Props = { name: string; at: string; now: Date; children?: ReactNode };

export function RowHead({ name, at, now, children }: Props) {
  return (
    <div className={styles.head}>
      <h3 className={styles.name}>
        <bdi>{name}</bdi>
      </h3>
      {children}
      <time className={styles.when} dateTime={at}>
        {whenWords(at, now)}
      </time>
    </div>
  );
}
