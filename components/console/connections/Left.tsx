// What of an account stays on this computer when it is disconnected, in numbers, and the choice to have it removed too.
import { useEffect, useState } from 'react';
import type { Send } from '@/components/shared/send';
import { Check } from '@/components/ui/Check';
import type { Result } from '@/lib/problem/problem';
import type { Connection, Left } from '@/lib/protocol/messages';
import type { Also } from '../parts/console-store';
import styles from './Connections.module.css';

type Told = Result<Left> | null;

const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);
const decisions = (count: number) => (count === 1 ? '1 decision' : `${count} decisions`);

const were = (count: number) => (count === 1 ? 'was' : 'were');

/** Asks for it once; null until it is known. */
export function useLeft(send: Send, { crm, account }: Connection): Told {
  const [left, setLeft] = useState<Told>(null);
  useEffect(() => {
    let here = true;
    void send('connections.left', { crm, account }).then((told) => here && setLeft(told));
    return () => {
      here = false;
    };
  }, [send, crm, account]);
  return left;
}

/** What stays, until when; with what the rep chose to have removed left out. */
export function Stays({ left, also }: { left: Told; also: Also }) {
  const mapping = 'The stage mapping is kept in any case.';
  if (!left) return <p>Looking for what else of it is kept in this browser…</p>;
  if (!left.ok)
    return (
      <p>
        Kept in this browser: unfinished answers, what is still to be written, and decisions of the last 7
        days, with names. How many could not be told. {mapping}
      </p>
    );
  const { drafts, over, unsent } = left.value;
  const rows = [
    ...(drafts > 0 && !also
      ? [`your unfinished answers on ${records(drafts)}, until you finish them or throw them away`]
      : []),
    ...(over > 0 && !also
      ? [`${decisions(over)} that ${were(over)} written or taken back, for 7 days after that`]
      : []),
    ...(unsent > 0 && also !== 'all'
      ? [
          `${decisions(unsent)} still to be written, with its answers, until you connect again or take it back`,
        ]
      : []),
  ];
  if (rows.length === 0) return <p>No answers and no decisions of it stay in this browser. {mapping}</p>;
  return (
    <>
      <p>Kept in this browser, with the names of people in it:</p>
      <ul className={styles.left}>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      <p>{mapping}</p>
    </>
  );
}

type Props = { left: Left; also: Also; onChoose: (also: Also) => void };

/** Nothing where nothing stays. What was never written is asked for apart, for it is lost. */
export function RemoveToo({ left: { drafts, over, unsent }, also, onChoose }: Props) {
  if (drafts + over + unsent === 0) return null;
  const what = [
    ...(drafts > 0 ? [`unfinished answers on ${records(drafts)}`] : []),
    ...(over > 0 ? [`${decisions(over)} that ${were(over)} written or taken back`] : []),
  ].join(', ');
  return (
    <div className={styles.removeToo}>
      {what !== '' && (
        <Check checked={also !== null} onChange={(on) => onChoose(on ? 'over' : null)}>
          Remove them too: {what}
        </Check>
      )}
      {unsent > 0 && (also !== null || what === '') && (
        <Check checked={also === 'all'} onChange={(on) => onChoose(on ? 'all' : what === '' ? null : 'over')}>
          Also {decisions(unsent)} that {were(unsent)} never fully written: what is not in your CRM yet is
          lost
        </Check>
      )}
    </div>
  );
}
