// Every criterion by level: one line each.
import { Skeleton } from '@/components/ui/Skeleton';
import type { OpenRecord } from '../store/useSidebar';
import styles from './Checklist.module.css';
import { ChecklistRow } from './ChecklistRow';

export function Checklist({ record }: { record: OpenRecord }) {
  const { playbook, sheet, derived, asking } = record;
  const { levels, criteria } = playbook.playbook;
  if (sheet.snapshot === null) return sheet.readProblem ? null : <Waiting rows={criteria.length} />;
  return (
    <div className={styles.list}>
      {levels.map((level) => {
        const own = criteria.filter((criterion) => criterion.level === level.id);
        if (own.length === 0) return null;
        return (
          <section key={level.id}>
            <h3 className={styles.level} title={level.help}>
              {level.name}
            </h3>
            <ul>
              {own.map((criterion) => (
                <ChecklistRow
                  key={criterion.id}
                  criterion={criterion}
                  answered={derived.answered[criterion.id]}
                  current={criterion.id === asking}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Waiting({ rows }: { rows: number }) {
  return (
    <div className={styles.waiting} aria-hidden="true">
      {Array.from({ length: Math.min(rows, 8) }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows are all alike
        <Skeleton key={row} width={row % 3 === 1 ? 'middle' : 'long'} />
      ))}
    </div>
  );
}
