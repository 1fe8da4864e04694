// Every criterion by level, or those that the search found: one line each.
import { Skeleton } from '@/components/ui/Skeleton';
import type { Found } from '../store/finding';
import type { OpenRecord } from '../store/useSidebar';
import styles from './Checklist.module.css';
import { ChecklistRow } from './ChecklistRow';

export function Checklist({ record, found }: { record: OpenRecord; found: Found | null }) {
  const { playbook, sheet, derived, asking } = record;
  const { levels, criteria } = playbook.playbook;
  if (sheet.snapshot === null) return sheet.readProblem ? null : <Waiting rows={criteria.length} />;
  const current = found ? found.ids[found.at] : asking;
  return (
    <div className={styles.list}>
      {levels.map((level) => {
        const own = criteria.filter(
          (criterion) => criterion.level === level.id && (!found || found.ids.includes(criterion.id)),
        );
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
                  current={criterion.id === current}
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
