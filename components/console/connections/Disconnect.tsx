// Asks before an account is disconnected: says what is removed here and what stays where it is.
import { useEffect, useRef, useState } from 'react';
import { ProblemNote } from '@/components/shared/ProblemNote';
import type { Send } from '@/components/shared/send';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import type { Also } from '../parts/console-store';
import styles from './Connections.module.css';
import { RemoveToo, Stays, useLeft } from './Left';

type Props = {
  connection: Connection;
  send: Send;
  onDisconnect: (also: Also) => Promise<Problem | null>;
  onClose: () => void;
};

export function Disconnect({ connection, send, onDisconnect, onClose }: Props) {
  const { crmName, accountName, way } = connection;
  const [what, it] = way === 'key' ? ['key', 'the key'] : ['sign-in', 'it'];
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [also, setAlso] = useState<Also>(null);
  const left = useLeft(send, connection);
  const group = useRef<HTMLElement>(null);
  useEffect(() => group.current?.focus(), []);

  const disconnect = async () => {
    setGoing(true);
    const failed = await onDisconnect(also);
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
        <Stays left={left} also={also} />
        <p>
          In {crmName} nothing changes: stages, notes and deals stay{after[way]}
        </p>
      </Notice>
      {left?.ok && <RemoveToo left={left.value} also={also} onChoose={setAlso} />}
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
