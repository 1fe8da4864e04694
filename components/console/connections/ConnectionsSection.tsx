// Which accounts are connected in this browser, as whom, with which key.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Connection } from '@/lib/messages';
import { type ConsoleStore, connectionKey } from '../console-store';
import { LoadedPart } from '../LoadedPart';
import { NotConnected } from '../NotConnected';
import { Section } from '../Section';
import type { Send } from '../send';
import { ConnectionCard } from './ConnectionCard';
import styles from './Connections.module.css';

export function ConnectionsSection({ store, send }: { store: ConsoleStore; send: Send }) {
  const { connections, load, changePerson, disconnect } = useStore(store);
  const [gone, setGone] = useState<Connection | null>(null);
  const goneNote = useRef<HTMLDivElement>(null);

  // The card that held the keyboard is gone, so the note that says so takes it.
  useEffect(() => {
    if (gone) goneNote.current?.focus();
  }, [gone]);

  const onDisconnect = async (connection: Connection) => {
    const problem = await disconnect(connection);
    if (!problem) setGone(connection);
    return problem;
  };

  return (
    <Section
      title="Connections"
      lead="The CRM accounts that Stagecheck may read and write from this browser. Each key is kept here only."
    >
      {gone && (
        <div ref={goneNote} tabIndex={-1} className={styles.gone}>
          <Notice tone="done" title={`${gone.accountName} is disconnected`}>
            <p>Its key was removed from this browser. To end the key itself, delete it in {gone.crmName}.</p>
          </Notice>
        </div>
      )}
      <LoadedPart what="connections" part={connections} onRetry={() => void load()}>
        {(list) => {
          if (list.length === 0) return <NotConnected send={send} />;
          return (
            <>
              <ul className={styles.cards}>
                {list.map((connection) => (
                  <ConnectionCard
                    key={connectionKey(connection)}
                    connection={connection}
                    send={send}
                    onPerson={(person) => changePerson(connection, person)}
                    onDisconnect={() => onDisconnect(connection)}
                  />
                ))}
              </ul>
              <div>
                <Button onClick={() => void send('page.open', { page: 'welcome' })}>
                  Connect another account
                </Button>
              </div>
            </>
          );
        }}
      </LoadedPart>
    </Section>
  );
}
