// The welcome page: three steps to connect a CRM, one open at a time, then how to begin.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import type { Connection } from '@/lib/protocol/messages';
import { AccessNotice } from './AccessNotice';
import { AccountStep } from './AccountStep';
import { DoneStep } from './DoneStep';
import { ExistingNotice } from './ExistingNotice';
import { MappingStep } from './MappingStep';
import { PersonStep } from './PersonStep';
import { Step } from './Step';
import styles from './Welcome.module.css';
import { createWelcomeStore, type WelcomeStep, waysOf } from './welcome-store';

const order: WelcomeStep[] = ['account', 'person', 'mapping', 'done'];

export function Welcome({ send, shell }: { send: Send; shell: Shell }) {
  const [store] = useState(() => createWelcomeStore(send));
  const { crms, crm, way, step, account, person, connection, existing, load, go, restart } = useStore(store);
  const crmName = waysOf(crms, crm)?.crmName ?? 'your CRM';
  const several = crms.phase === 'ready' && crms.value.length > 1;
  const before = existing.filter((one) => one.crm === crm);
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
        <h1 className={styles.title}>Connect {several && !connection ? 'your CRM' : crmName}</h1>
        <p className={styles.lead}>
          Three steps, a few minutes. Your {way === 'key' ? 'key' : 'sign-in'} stays in this browser and goes
          to {crmName} only.
        </p>
      </header>
      <AccessNotice shell={shell} crmName={crmName} />
      {!connection && before.length > 0 && <ExistingNotice existing={before} send={send} />}
      <ol className={styles.steps}>
        <Step
          number={1}
          title={way === 'key' ? 'Paste a key' : 'Sign in'}
          state={stateOf('account')}
          summary={connection ? keySummary(connection) : account?.name}
          onChange={connection ? restart : () => go('account')}
          changeWords={connection ? 'Connect another' : 'Change'}
        >
          <AccountStep store={store} shell={shell} />
        </Step>
        <Step
          number={2}
          title="Say who you are"
          state={stateOf('person')}
          summary={person?.name || person?.email}
          onChange={() => go('person')}
        >
          <PersonStep store={store} crmName={crmName} />
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
      {step === 'done' && connection && <DoneStep connection={connection} send={send} shell={shell} />}
    </main>
  );
}

function keySummary({ accountName, keyEnd }: Connection): string {
  return keyEnd ? `${accountName}, key ending in ${keyEnd}` : accountName;
}
