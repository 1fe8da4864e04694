// What is left of an account's calls: in words, with a thin bar beside them, and when the CRM said so.
import { classes } from '@/components/ui/classes';
import type { Allowance } from '@/lib/crm/shared/crm';
import styles from './Allowance.module.css';
import { allowanceWords, partLeft, RESERVE } from './allowance-words';
import { clockWords } from './health';

/** `allowance` null: the CRM has not told, in this session of the browser. */
export function AllowanceLine({ allowance, now }: { allowance: Allowance | null; now: Date }) {
  if (!allowance) return <span className={styles.soft}>Not told yet</span>;
  const part = partLeft(allowance);
  const low = part <= RESERVE;
  return (
    <>
      <div className={styles.line}>
        <span>{allowanceWords(allowance)}</span>
        <span className={styles.track} aria-hidden="true">
          <span
            className={classes(styles.bar, low && styles.low)}
            style={{ inlineSize: `${Math.round(part * 100)}%` }}
          />
        </span>
        <span className={styles.soft}>told {clockWords(allowance.readAt, now)}</span>
      </div>
      {low && (
        <p className={styles.soft}>
          Little is left: what nobody waits for is held back, so that the rest of your team can go on.
        </p>
      )}
    </>
  );
}
