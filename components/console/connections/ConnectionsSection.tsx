// Which accounts are connected in this browser, as whom, signed in how.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { LoadedPart } from '@/components/shared/LoadedPart';
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import { type Also, type ConsoleStore, connectionKey } from '../parts/console-store';
import { NotConnected } from '../parts/NotConnected';
import { Section } from '../parts/Section';
import { useAccount } from '../parts/sections';
import { ConnectionCard } from './ConnectionCard';
import styles from './Connections.module.css';
import { Gone } from './Gone';

type Props = { store: ConsoleStore; send: Send; shell: Shell };

export function ConnectionsSection({ store, send, shell }: Props) {
  const { connections, load, changePerson, signInAgain, disconnect } = useStore(store);
  const [gone, setGone] = useState<{ connection: Connection; notEnded: Problem | null } | null>(null);
  const goneNote = useRef<HTMLDivElement>(null);
  const wanted = useAccount();

  // The card that held the keyboard is gone, so the note that says so takes it.
  useEffect(() => {
    if (gone) goneNote.current?.focus();
  }, [gone]);

  const onDisconnect = async (connection: Connection, also: Also) => {
    const done = await disconnect(connection, also);
    if (done.failed === null) setGone({ connection, notEnded: done.notEnded });
    return done.failed;
  };

  return (
    <Section
      title="Connections"
      lead="The CRM accounts that Stagecheck may read and write from this browser. Each key or sign-in is kept here only."
    >
      {gone && (
        <div ref={goneNote} tabIndex={-1} className={styles.gone}>
          <Gone connection={gone.connection} notEnded={gone.notEnded} />
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
                    wanted={connectionKey(connection) === wanted}
                    send={send}
                    shell={shell}
                    onPerson={(person) => changePerson(connection, person)}
                    onSignIn={() => signInAgain(connection)}
                    onDisconnect={(also) => onDisconnect(connection, also)}
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
