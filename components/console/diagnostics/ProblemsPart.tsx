// Recent problems: when, what happened and what to do next in words of ours, where, and how often.

import { whenWords } from '@/components/shared/queue-text';
import { Button } from '@/components/ui/Button';
import type { Connection } from '@/lib/protocol/messages';
import { placeWords, plainWords } from '@/lib/support/plain-words';
import { DAYS, MOST, markOf, type Noted } from '@/lib/support/problem-log';
import { connectionKey } from '../parts/console-store';
import styles from './Diagnostics.module.css';
import type { View } from './diagnostics-store';
import table from './Problems.module.css';

type Props = { view: View; onClear: () => void };

export function ProblemsPart({ view, onClear }: Props) {
  const { problems, errors, connections, at } = view;
  const named = new Map(connections.map((one) => [markOf(connectionKey(one)), one]));
  return (
    <section className={styles.part} aria-labelledby="diagnostics-problems">
      <div className={styles.head}>
        <h2 id="diagnostics-problems">Recent problems</h2>
        {problems.length + errors.length > 0 && (
          <span className={table.end}>
            <Button look="quiet" onClick={onClear}>
              {errors.length > 0 ? 'Delete problems and errors' : 'Delete this list'}
            </Button>
          </span>
        )}
      </div>
      <p className={styles.soft}>
        {problems.length === 0
          ? 'None. What goes wrong from now on stands here.'
          : `The last ${MOST} at most, ${DAYS} days long, in this browser only. No names and no words of the CRM are kept.`}
      </p>
      {problems.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What happened, and what to do</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((row) => (
              <ProblemRow
                key={`${row.first} ${row.where} ${row.account} ${row.kind} ${row.status} ${row.more}`}
                row={row}
                connection={named.get(row.account) ?? null}
                crmName={connections.find(({ crm }) => crm === row.crm)?.crmName ?? 'The CRM'}
                now={at}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RowProps = { row: Noted; connection: Connection | null; crmName: string; now: Date };

function ProblemRow({ row, connection, crmName, now }: RowProps) {
  const { title, todo } = plainWords(row, connection?.crmName ?? crmName);
  const [since, last] = [whenWords(row.first, now), whenWords(row.last, now)];
  return (
    <tr>
      <td>
        <time dateTime={row.last}>{last}</time>
        {row.count > 1 && (
          <p className={styles.soft}>
            {row.count} times{since !== last && `, since ${since}`}
          </p>
        )}
      </td>
      <td>
        <p className={styles.title}>{title}</p>
        <p className={styles.soft}>{todo}</p>
      </td>
      <td>
        {connection && <bdi>{connection.accountName}</bdi>}
        {!connection && row.account !== '' && 'An account that is not connected any more'}
        <p className={styles.soft}>{placeWords[row.where]}</p>
      </td>
    </tr>
  );
}
