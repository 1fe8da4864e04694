// The toolbar popup: the way into the sidebar first, then the rep's queue, then their day.
import { useCallback, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { Queue, QueueRow } from '@/lib/protocol/queue';
import { DayPart } from './DayPart';
import { HerePart } from './HerePart';
import { LostPart } from './LostPart';
import styles from './Popup.module.css';
import { QueueParts } from './QueueParts';
import { usePopupKeys } from './usePopupKeys';
import { type PopupBackend, useQueue } from './useQueue';
import { queueWords } from './words';

export function Popup({ backend }: { backend: PopupBackend }) {
  const { send, close, now } = backend;
  const { queue, problem, reload } = useQueue(backend);
  const [failed, setFailed] = useState<{ problem: Problem; crmName: string } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  /** A record is being opened: a double click is one click. */
  const opening = useRef(false);
  usePopupKeys(root);

  const openRow = useCallback(
    async ({ ref, crmName }: Pick<QueueRow, 'ref' | 'crmName'>) => {
      if (opening.current) return;
      opening.current = true;
      const reply = await send('queue.open', { ref });
      opening.current = false;
      if (reply.ok) close();
      else setFailed({ problem: reply.problem, crmName });
    },
    [send, close],
  );

  async function openPage(page: 'welcome' | 'console', section?: 'diagnostics') {
    const reply = await send('page.open', { page, ...(section ? { section } : {}) });
    if (reply.ok) close();
    else setFailed({ problem: reply.problem, crmName: 'Stagecheck' });
  }

  return (
    <div className={styles.popup} ref={root}>
      <header className={styles.head}>
        <div className={styles.bar}>
          <h1 className={styles.product}>Stagecheck</h1>
          <div className={styles.ways}>
            {queue && queue.unsent.length + queue.lost.length > 0 && (
              <Button look="quiet" onClick={() => void openPage('console', 'diagnostics')}>
                Diagnostics
              </Button>
            )}
            <Button look="quiet" onClick={() => void openPage('console')}>
              Settings
            </Button>
          </div>
        </div>
        {queue ? (
          <HerePart queue={queue} backend={backend} onConnect={() => void openPage('welcome')} />
        ) : (
          !problem && <Skeleton width="long" height="control" />
        )}
      </header>
      <main className={styles.main}>
        {problem && (
          <ProblemPart
            problem={problem}
            crmName="Stagecheck"
            title="Your list could not be read"
            act={{ words: 'Read again', onClick: reload }}
          />
        )}
        {failed && <ProblemPart {...failed} act={{ words: 'Close', onClick: () => setFailed(null) }} />}
        {queue && (
          <LostPart
            queue={queue}
            onLook={({ ref }) => void openRow({ ref, crmName: 'Stagecheck' })}
            onSeen={({ id }) => void send('outbox.dismiss', { id }).then(reload)}
          />
        )}
        {queue && <Lists queue={queue} now={now()} onOpen={openRow} />}
        {!queue && !problem && <Waiting />}
      </main>
      <div aria-live="polite">
        <VisuallyHidden>{queue ? queueWords(queue) : ''}</VisuallyHidden>
      </div>
    </div>
  );
}

function Lists({ queue, now, onOpen }: { queue: Queue; now: Date; onOpen: (row: QueueRow) => void }) {
  const empty = queue.unsent.length + queue.drafts.length + queue.written.length === 0;
  if (!empty) {
    return (
      <>
        <QueueParts queue={queue} now={now} onOpen={onOpen} />
        <DayPart day={queue.day} />
      </>
    );
  }
  if (!queue.connected) return null;
  return (
    <section className={styles.empty}>
      <h2>Nothing open, nothing waiting</h2>
      <p>Contacts that you begin and decisions that you write stand here, each one click from its record.</p>
    </section>
  );
}

type ProblemProps = {
  problem: Problem;
  crmName: string;
  /** Instead of the problem's own. */
  title?: string;
  act: { words: string; onClick: () => void };
};

function ProblemPart({ problem, crmName, title, act }: ProblemProps) {
  const words = problemWords(problem, crmName);
  return (
    <Notice
      tone="problem"
      urgent
      title={title ?? words.title}
      actions={<Button onClick={act.onClick}>{act.words}</Button>}
    >
      <p>{words.todo}</p>
    </Notice>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} role="status">
      <VisuallyHidden>Reading your queue</VisuallyHidden>
      <Skeleton width="short" />
      <Skeleton width="long" />
      <Skeleton width="middle" />
    </div>
  );
}
