// The writes, one line each, with how far each is and what was read back.
import { Link } from '@/components/ui/Link';
import { Mark, type MarkValue } from '@/components/ui/Mark';
import type { Step } from '@/lib/qualification/plan/submission';
import styles from './StepList.module.css';
import { type StepRow, stepRows } from './step-rows';

const states: Record<StepRow['state'], { mark: MarkValue; words: string }> = {
  waiting: { mark: 'later', words: 'waiting' },
  trying: { mark: 'unknown', words: 'being written' },
  done: { mark: 'yes', words: 'written' },
  edited: { mark: 'unknown', words: 'waits until it is known whether the first one arrived' },
  told: { mark: 'unknown', words: 'not as confirmed, see what was done' },
  failed: { mark: 'no', words: 'not written' },
};

export function StepList({ steps, dealWord }: { steps: Step[]; dealWord: string }) {
  return (
    <ol className={styles.steps} aria-live="polite">
      {stepRows(steps, dealWord).map((row) => (
        <li key={row.key} className={styles.step} data-state={row.state}>
          <Mark value={states[row.state].mark} word="" />
          <div className={styles.what}>
            <p>
              <strong className={styles.name}>{row.name}</strong>
              <span className={styles.state}>{states[row.state].words}</span>
            </p>
            <p className={styles.detail}>{row.detail}</p>
            {row.made.map((made) => (
              <p key={`${made.text} ${made.url}`} className={styles.detail}>
                <Link href={made.url}>{made.text}</Link>
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
