// What waits to be written: how much of it, and each decision with its state and what can be done about it.
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import type { LostRow, UnsentRow } from '@/lib/protocol/queue';
import type { RecordRef } from '@/lib/record/record';
import styles from './Diagnostics.module.css';
import type { View } from './diagnostics-store';
import { LostRowLine } from './LostRowLine';
import { WaitingRow } from './WaitingRow';

type Props = {
  view: View;
  /** What did not work of what was pressed, and in which row. */
  failed: { of: string; problem: Problem } | null;
  onOpen: (id: string, ref: RecordRef) => void;
  onRetry: (id: string) => void;
  onWithdraw: (id: string) => void;
  onSeen: (row: LostRow) => void;
};

export function WaitingPart({ view, failed, onOpen, onRetry, onWithdraw, onSeen }: Props) {
  const { unsent, lost, unreadable, at } = view;
  // As in the popup: what wants the rep stands before what goes on by itself.
  const rows = [...unsent].sort((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'));
  const problemOf = (id: string) => (failed?.of === id ? failed.problem : null);
  return (
    <section className={styles.part} aria-labelledby="diagnostics-waiting">
      <h2 id="diagnostics-waiting">Waiting to be written</h2>
      <p className={styles.soft}>{countWords(unsent, lost)}</p>
      {unreadable.length > 0 && (
        <Notice tone="problem" title="Kept, and not readable by this version">
          <p>
            {unreadable.length === 1 ? 'One decision was' : `${unreadable.length} decisions were`} kept by
            another version of Stagecheck. Update Stagecheck, and they go on.
          </p>
        </Notice>
      )}
      {rows.length + lost.length > 0 && (
        <ul className={styles.box}>
          {lost.map((row) => (
            <LostRowLine
              key={row.id}
              row={row}
              now={at}
              problem={problemOf(row.id)}
              onOpen={() => onOpen(row.id, row.ref)}
              onSeen={() => onSeen(row)}
            />
          ))}
          {rows.map((row) => (
            <WaitingRow
              key={row.id}
              row={row}
              now={at}
              problem={problemOf(row.id)}
              onOpen={() => onOpen(row.id, row.ref)}
              onRetry={() => onRetry(row.id)}
              onWithdraw={() => onWithdraw(row.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** "3 decisions: 1 wants you, 2 go on by themselves." */
function countWords(unsent: readonly UnsentRow[], lost: readonly LostRow[]): string {
  const wants = unsent.filter(({ state }) => state === 'failed').length;
  const goes = unsent.length - wants;
  if (unsent.length + lost.length === 0)
    return 'Nothing waits: every decision that you confirmed is written.';
  const parts = [
    wants === 0 ? '' : `${wants} ${wants === 1 ? 'wants' : 'want'} you`,
    goes === 0 ? '' : `${goes} ${goes === 1 ? 'goes on by itself' : 'go on by themselves'}`,
    lost.length === 0 ? '' : `${lost.length} ${lost.length === 1 ? 'is' : 'are'} lost`,
  ];
  const all = unsent.length + lost.length;
  return `${all} ${all === 1 ? 'decision' : 'decisions'}: ${parts.filter(Boolean).join(', ')}.`;
}
