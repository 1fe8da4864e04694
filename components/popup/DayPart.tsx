// The rep's day as two small pictures that are tables: words and numbers first, a bar beside each.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Bar, Day } from '@/lib/reports/day';
import styles from './DayPart.module.css';
import { counted } from './words';

/** Criteria that are shown at first: the ones most often unknown. */
const FIRST = 5;

export function DayPart({ day }: { day: Day }) {
  const [all, setAll] = useState(false);
  const { conversations, stages, unknown } = day;
  const left = unknown.length - FIRST;
  return (
    <section className={styles.day} aria-label="Your day">
      <h2 className={styles.heading}>Your day</h2>
      <p>
        {conversations === 0
          ? 'No conversation yet today.'
          : `${counted(conversations, 'conversation')} today`}
      </p>
      {conversations > 0 && <Bars title="Stage reached" bars={stages} most={conversations} />}
      {unknown.length > 0 && (
        <Bars
          title="Left unknown"
          bars={all ? unknown : unknown.slice(0, FIRST)}
          most={conversations}
          tone="unknown"
        />
      )}
      {left > 0 && !all && (
        <Button look="quiet" className={styles.more} onClick={() => setAll(true)}>
          {`Show ${left} more`}
        </Button>
      )}
    </section>
  );
}

type BarsProps = { title: string; bars: Bar[]; most: number; tone?: 'unknown' };

function Bars({ title, bars, most, tone }: BarsProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.title}>{title}</caption>
      <tbody>
        {bars.map(({ id, label, count }) => (
          <tr key={id ?? ''} className={styles.line}>
            <th scope="row" className={styles.label} title={label}>
              {label}
            </th>
            <td className={styles.value}>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={tone === 'unknown' ? styles.faint : styles.bar}
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </span>
              <span className={styles.number}>{count}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
