// The reasons of an outcome, each on its digit.
import { classes } from '@/components/ui/classes';
import { KeyCap } from '@/components/ui/KeyCap';
import type { Outcome } from '@/lib/playbook/schema';
import { spot } from '../keys/focus';
import styles from './Reasons.module.css';

type Props = { reasons: Outcome['reasons']; value: string; onChoose: (reason: string) => void };

export function Reasons({ reasons, value, onChoose }: Props) {
  return (
    <fieldset className={styles.reasons}>
      <legend className={styles.legend}>Reason</legend>
      {reasons.map((reason, index) => (
        <button
          key={reason.id}
          type="button"
          className={classes(styles.reason, reason.id === value && styles.chosen)}
          aria-pressed={reason.id === value}
          aria-keyshortcuts={String(index + 1)}
          data-keys={spot.reason}
          onClick={() => onChoose(reason.id)}
        >
          <KeyCap>{String(index + 1)}</KeyCap>
          <span className={styles.words}>
            {reason.label}
            {reason.help && <span className={styles.help}>{reason.help}</span>}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
