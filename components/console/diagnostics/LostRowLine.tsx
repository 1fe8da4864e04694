// A decision that is gone from the browser's storage: the rep has to look at its record.

import { ProblemNote } from '@/components/shared/ProblemNote';
import { nameOf } from '@/components/shared/queue-text';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import type { LostRow } from '@/lib/protocol/queue';
import styles from './Diagnostics.module.css';
import { RowHead } from './RowHead';

type Props = { row: LostRow; now: Date; problem: Problem | null; onOpen: () => void; onSeen: () => void };

export function LostRowLine({ row, now, problem, onOpen, onSeen }: Props) {
  const name = nameOf(row);
  return (
    <li className={styles.row}>
      <RowHead name={name} at={row.at} now={now} />
      <p>Lost from this browser’s storage</p>
      <p className={styles.soft}>Look at the record, and decide again where it is not written.</p>
      {problem && <ProblemNote problem={problem} crmName="The CRM" />}
      <fieldset className={styles.actions} aria-label={name}>
        <Button onClick={onOpen}>Open the record</Button>
        <Button onClick={onSeen}>I have seen it</Button>
      </fieldset>
    </li>
  );
}
