// What an admin does in the CRM beforehand: where, and each step.
import type { Preparation } from '@/lib/crm/shared/crm';
import styles from './steps.module.css';

export function Prepare({ guide }: { guide: Preparation }) {
  return (
    <div className={styles.prose}>
      <p>{guide.where}</p>
      <ol className={styles.list}>
        {guide.make.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}
