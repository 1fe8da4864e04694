// Errors inside Stagecheck: when, at which place in the program, and the trace that a developer needs.
import { useId } from 'react';
import { whenWords } from '@/components/shared/queue-text';
import { type KeptError, MOST_ERRORS } from '@/lib/diagnostics/error-log';
import styles from './Diagnostics.module.css';
import type { View } from './diagnostics-store';
import errors from './Errors.module.css';
import table from './Problems.module.css';

export function ErrorsPart({ view }: { view: View }) {
  const heading = useId();
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h2 id={heading}>Errors inside Stagecheck</h2>
      <p className={styles.soft}>
        {view.errors.length === 0
          ? 'None. What fails inside the program leaves its trace here.'
          : `The last ${MOST_ERRORS} at most. They hold no names, no answers and no words of the CRM, and are part of the report below. Most are dealt with by the program itself.`}
      </p>
      {view.errors.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What failed</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {view.errors.map((row) => (
              <ErrorLine
                key={JSON.stringify([row.where, row.name, row.message, row.stack])}
                row={row}
                now={view.at}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ErrorLine({ row, now }: { row: KeptError; now: Date }) {
  return (
    <tr>
      <td>
        <time dateTime={row.at}>{whenWords(row.at, now)}</time>
        {row.count > 1 && <p className={styles.soft}>{row.count} times</p>}
      </td>
      <td>
        <p className={styles.title}>
          {row.message === '' ? row.name : `${row.name}: ${row.message}`}
          {row.level === 'information' && <span className={styles.soft}> (for information)</span>}
        </p>
        {row.stack.length > 0 && (
          <details className={errors.trace}>
            <summary>Trace</summary>
            <pre>{row.stack.join('\n')}</pre>
          </details>
        )}
      </td>
      <td>{row.where}</td>
    </tr>
  );
}
