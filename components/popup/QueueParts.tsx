// The three lists: what waits to be written, what is unfinished, what was written today.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { waitingWords } from '@/components/shared/queue-text';
import { Button } from '@/components/ui/Button';
import { firstFirst } from '@/lib/playbook/first';
import { problemWords } from '@/lib/problem/text';
import type { Queue, QueueRow, UnsentRow } from '@/lib/protocol/queue';
import styles from './QueueParts.module.css';
import { Row } from './Row';
import { draftWords } from './words';

/** Rows of a list that are shown at first, and with every "show more". */
const [FIRST, MORE] = [6, 20];

type Props = { queue: Queue; now: Date; onOpen: (row: QueueRow) => void };

export function QueueParts({ queue: { drafts, written, ...queue }, now, onOpen }: Props) {
  // What wants the rep stands before what goes on by itself; whom the playbook puts first, before both.
  const failed = firstFirst(queue.unsent, ({ state }) => state === 'failed');
  const unsent = firstFirst(failed, ({ first }) => first !== undefined);
  const [most, setMost] = useState({ unsent: FIRST, drafts: FIRST, written: FIRST });
  const shown = {
    unsent: unsent.slice(0, most.unsent),
    drafts: drafts.slice(0, most.drafts),
    written: written.slice(0, most.written),
  };
  const keys: QueueRow[] = [...shown.unsent, ...shown.drafts, ...shown.written];
  const part = <T extends QueueRow>(
    which: keyof typeof shown,
    title: string,
    all: T[],
    rows: T[],
    say: (row: T) => { words: string; more?: ReactNode },
  ) => (
    <List
      title={title}
      count={all.length}
      left={all.length - rows.length}
      onMore={() => setMost((old) => ({ ...old, [which]: old[which] + MORE }))}
    >
      {rows.map((row) => (
        <Row key={row.key} row={row} place={keys.indexOf(row) + 1} now={now} onOpen={onOpen} {...say(row)} />
      ))}
    </List>
  );
  return (
    <>
      {part('unsent', 'Waiting to be written', unsent, shown.unsent, (row) => unsentWords(row, now))}
      {part('drafts', 'Unfinished', drafts, shown.drafts, (row) => ({ words: draftWords(row) }))}
      {part('written', 'Written today', written, shown.written, ({ target }) => ({ words: target }))}
    </>
  );
}

/** The words of a problem are told once the row is opened too, with what can be pressed. */
function unsentWords(row: UnsentRow, now: Date) {
  const { target, problem, crmName, state } = row;
  if (problem === null || state === 'writing') return { words: `${target} · being written` };
  const { title, todo } = problemWords(problem, crmName);
  if (state === 'waiting') return { words: `${target} · ${waitingWords(row, now)}`, more: `${title}.` };
  const more = (
    <span className={styles.problem}>
      <span className={styles.title}>{title}.</span> {todo}
    </span>
  );
  return { words: `${target} · not written, wants you`, more };
}

type ListProps = { title: string; count: number; left: number; onMore: () => void; children: ReactNode };

function List({ title, count, left, onMore, children }: ListProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.list}>{children}</ul>
      {left > 0 && (
        <Button look="quiet" className={styles.more} onClick={onMore}>
          {left > MORE ? `Show ${MORE} more of ${left}` : `Show ${left} more`}
        </Button>
      )}
    </section>
  );
}
