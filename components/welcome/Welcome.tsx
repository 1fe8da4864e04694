// The welcome page: three steps to connect a CRM, one open at a time, then how to begin.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Send } from '@/components/console/send';
import type { Shell } from '@/components/console/shell';
import type { Connection } from '@/lib/messages';
import { AccessNotice } from './AccessNotice';
import { DoneStep } from './DoneStep';
import { ExistingNotice } from './ExistingNotice';
import { hubspotGuide } from './guide';
import { KeyStep } from './KeyStep';
import { MappingStep } from './MappingStep';
import { PersonStep } from './PersonStep';
import { Step } from './Step';
import styles from './Welcome.module.css';
import { createWelcomeStore, type WelcomeStep } from './welcome-store';

const order: WelcomeStep[] = ['key', 'person', 'mapping', 'done'];
const guide = hubspotGuide;

export function Welcome({ send, shell }: { send: Send; shell: Shell }) {
  const [store] = useState(() => createWelcomeStore(send, guide.crm));
  const { step, account, person, connection, existing, load, go, restart } = useStore(store);
  const [mapped, setMapped] = useState(false);
  useEffect(() => void load(), [load]);
  const place = order.indexOf(step);
  const stateOf = (of: WelcomeStep) => (of === step ? 'open' : order.indexOf(of) < place ? 'done' : 'later');
  const onMapped = (saved: boolean) => {
    setMapped(saved);
    go('done');
  };

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <p className={styles.mark}>Stagecheck</p>
        <h1 className={styles.title}>Connect {guide.crmName}</h1>
        <p className={styles.lead}>
          Three steps, a few minutes. Your key stays in this browser and goes to {guide.crmName} only.
        </p>
      </header>
      <AccessNotice shell={shell} crmName={guide.crmName} />
      {!connection && existing.length > 0 && <ExistingNotice existing={existing} send={send} />}
      <ol className={styles.steps}>
        <Step
          number={1}
          title="Paste a key"
          state={stateOf('key')}
          summary={connection ? keySummary(connection) : account?.name}
          onChange={connection ? restart : () => go('key')}
          changeWords={connection ? 'Connect another' : 'Change'}
        >
          <KeyStep store={store} guide={guide} />
        </Step>
        <Step
          number={2}
          title="Say who you are"
          state={stateOf('person')}
          summary={person?.name || person?.email}
          onChange={() => go('person')}
        >
          <PersonStep store={store} crmName={guide.crmName} />
        </Step>
        <Step
          number={3}
          title="Look over how stages map"
          state={stateOf('mapping')}
          summary={mapped ? 'Saved; change it at any time' : 'Not saved yet'}
          onChange={() => go('mapping')}
        >
          {connection && <MappingStep send={send} connection={connection} onDone={onMapped} />}
        </Step>
      </ol>
      {step === 'done' && connection && (
        <DoneStep connection={connection} guide={guide} send={send} shell={shell} />
      )}
    </main>
  );
}

function keySummary({ accountName, keyEnd }: Connection): string {
  return keyEnd ? `${accountName}, key ending in ${keyEnd}` : accountName;
}
