// What the CRM can say to a criterion: which facts answer it, and which are only shown beside it.
import type { Criterion } from '@/lib/playbook/schema';
import { evidenceGroups } from '../parts/evidence-words';
import styles from './CriteriaPart.module.css';
import page from './Playbook.module.css';

export function EvidenceCell({ criterion }: { criterion: Criterion }) {
  const groups = evidenceGroups(criterion);
  if (groups.length === 0) return <span className={page.soft}>Only the person can say</span>;
  return (
    <ul className={styles.lines}>
      {groups.map(({ answer, facts }) => (
        <li key={answer ?? 'shown'} className={answer === null ? page.soft : undefined}>
          {answer === null ? 'Shown beside it: ' : <strong className={styles.answer}>{answer}: </strong>}
          {facts.join('; ')}
        </li>
      ))}
    </ul>
  );
}
