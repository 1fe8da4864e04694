// What comes after connecting: how to open the sidebar, and where.
import { useEffect, useRef, useState } from 'react';
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { Link } from '@/components/ui/Link';
import type { Connection } from '@/lib/protocol/messages';
import styles from './DoneStep.module.css';

type Props = { connection: Connection; send: Send; shell: Shell };

export function DoneStep({ connection, send, shell }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [shortcut, setShortcut] = useState<string | null>('Alt+Q');
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => void shell.shortcut().then(setShortcut), [shell]);
  return (
    <section className={styles.done} aria-labelledby="done">
      <h2 id="done" className={styles.title} ref={heading} tabIndex={-1}>
        Ready
      </h2>
      <p>
        Open a contact in {connection.crmName} and press{' '}
        {shortcut ? <kbd className={styles.key}>{shortcut}</kbd> : 'the Stagecheck button in the toolbar'}. A
        small tab at the page’s edge does the same.
      </p>
      <div className={styles.actions}>
        {connection.start && (
          <Link href={connection.start.url}>
            Open the {connection.start.label} of {connection.accountName}
          </Link>
        )}
        <Button
          look="quiet"
          onClick={() => void send('page.open', { page: 'console', section: 'connections' })}
        >
          Settings
        </Button>
      </div>
    </section>
  );
}
