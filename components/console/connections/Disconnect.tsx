// Asks before an account is disconnected: says what is removed here and what stays where it is.
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Connection } from '@/lib/messages';
import type { Problem } from '@/lib/problem';
import { ProblemNote } from '../ProblemNote';
import styles from './Connections.module.css';

type Props = {
  connection: Connection;
  onDisconnect: () => Promise<Problem | null>;
  onClose: () => void;
};

export function Disconnect({ connection, onDisconnect, onClose }: Props) {
  const { crmName, accountName, way } = connection;
  const [what, it] = way === 'key' ? ['key', 'the key'] : ['sign-in', 'it'];
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const group = useRef<HTMLElement>(null);
  useEffect(() => group.current?.focus(), []);

  const disconnect = async () => {
    setGoing(true);
    const failed = await onDisconnect();
    if (!failed) return;
    setGoing(false);
    setProblem(failed);
  };

  return (
    <section className={styles.inPlace} ref={group} tabIndex={-1} aria-label={`Disconnect ${accountName}?`}>
      <Notice tone="care" title={`Disconnect ${accountName}?`}>
        <p>
          Removed from this browser: the {what}, who you are, and what was read with {it}.
        </p>
        <p>
          Kept in this browser: unfinished answers, what is still to be written, and the stage mapping; they
          are there when you connect again.
        </p>
        <p>
          In {crmName} nothing changes: stages, notes and deals stay{after[way]}
        </p>
      </Notice>
      {problem && <ProblemNote problem={problem} crmName={crmName} kept="The account is still connected." />}
      <div className={styles.actions}>
        <Button
          look="primary"
          why={going ? 'It is being disconnected' : null}
          onClick={() => void disconnect()}
        >
          Disconnect {accountName}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

const after = {
  key: ', and the key stays valid until it is deleted there.',
  oauth: '. The sign-in is ended there too.',
  session: ', and you stay signed in.',
};
