// The first thing in the popup: connect, or go to the sidebar of the page in front.
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { problemWords } from '@/lib/problem/text';
import type { Queue } from '@/lib/protocol/queue';
import styles from './HerePart.module.css';
import type { PopupBackend } from './useQueue';

type Props = { queue: Queue; backend: PopupBackend; onConnect: () => void };

export function HerePart({ queue: { connected, here }, backend, onConnect }: Props) {
  const { send, close } = backend;
  const [refused, setRefused] = useState<{ title: string; todo: string; reload: boolean } | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const notice = useRef<HTMLButtonElement>(null);
  // Enter, pressed without looking, does the first thing.
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (refused?.reload) notice.current?.focus();
  }, [refused]);

  async function open(reload: boolean) {
    const reply = await send('queue.here', { reload });
    if (reply.ok && reply.value.reached) close();
    else if (reply.ok) setRefused({ ...older, reload: true });
    else setRefused({ ...problemWords(reply.problem, 'Stagecheck'), reload: false });
  }

  return (
    <>
      {!connected && (
        <div className={styles.connect}>
          <p>
            <strong>Connect your CRM to begin.</strong>
          </p>
          <Button look="primary" wide ref={first} onClick={onConnect}>
            Connect
          </Button>
        </div>
      )}
      {here && (
        <Button
          look={connected ? 'primary' : 'plain'}
          wide
          cap="Alt+Q"
          keys="Alt+Q"
          data-key="Alt+Q"
          {...(connected ? { ref: first } : {})}
          onClick={() => void open(false)}
        >
          {here.open ? 'Go to the sidebar' : 'Open the sidebar here'}
        </Button>
      )}
      {connected && !here && (
        <p className={styles.hint}>Open a contact in your CRM to use the sidebar there.</p>
      )}
      {refused && (
        <Notice
          tone="care"
          urgent
          title={refused.title}
          actions={
            refused.reload && (
              <Button ref={notice} onClick={() => void open(true)}>
                Load it again
              </Button>
            )
          }
        >
          <p>{refused.todo}</p>
        </Notice>
      )}
    </>
  );
}

const older = {
  title: 'This page is older than Stagecheck',
  todo: 'Load it again to use the sidebar on it. Save first what you typed on the page.',
};
