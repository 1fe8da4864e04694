// One decision that is not written: whose, what it decides, why it waits, and what can be done about it.
import { useEffect, useRef, useState } from 'react';
import { ProblemNote } from '@/components/shared/ProblemNote';
import { nameOf, waitingWords } from '@/components/shared/queue-text';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { UnsentRow } from '@/lib/protocol/queue';
import styles from './Diagnostics.module.css';
import { RowHead } from './RowHead';

type Props = {
  row: UnsentRow;
  now: Date;
  /** What was pressed and did not work. */
  problem: Problem | null;
  onOpen: () => void;
  onRetry: () => void;
  onWithdraw: () => void;
};

export function WaitingRow({ row, now, problem, onOpen, onRetry, onWithdraw }: Props) {
  const [asking, setAsking] = useState(false);
  const take = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const name = nameOf(row);
  const { crmName, company, account, state } = row;
  const writing = state === 'writing' ? 'It is being written right now' : null;
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  return (
    <li className={styles.row}>
      <RowHead name={name} at={row.at} now={now}>
        {company && <bdi className={styles.soft}>{company}</bdi>}
        {account && <Badge>{account}</Badge>}
      </RowHead>
      <p>{stateWords(row, now)}</p>
      {row.problem && state !== 'writing' && <Why problem={row.problem} crmName={crmName} />}
      {problem && <ProblemNote problem={problem} crmName={crmName} />}
      {asking ? (
        <fieldset className={styles.actions} aria-label={`Take back ${name}`}>
          <span>What was written already stays in {crmName}. Your answers are kept.</span>
          <Button onClick={onWithdraw}>Take it back</Button>
          <Button
            ref={keep}
            onClick={() => {
              setAsking(false);
              // The button is there again after this has been drawn.
              requestAnimationFrame(() => take.current?.focus());
            }}
          >
            Keep it
          </Button>
        </fieldset>
      ) : (
        <fieldset className={styles.actions} aria-label={name}>
          <Button onClick={onOpen}>Open the record</Button>
          <Button why={writing} onClick={onRetry}>
            Try again
          </Button>
          <Button ref={take} why={writing} onClick={() => setAsking(true)}>
            Take back
          </Button>
        </fieldset>
      )}
    </li>
  );
}

function Why({ problem, crmName }: { problem: Problem; crmName: string }) {
  const { title, todo } = problemWords(problem, crmName);
  return (
    <p className={styles.soft}>
      <span className={styles.title}>{title}.</span> {todo}
    </p>
  );
}

/** "Prospect · waits, next try at 14:20". */
function stateWords(row: UnsentRow, now: Date): string {
  const { target, state, problem } = row;
  if (state === 'writing' || problem === null) return `${target} · being written`;
  return `${target} · ${state === 'failed' ? 'not written, wants you' : waitingWords(row, now)}`;
}
