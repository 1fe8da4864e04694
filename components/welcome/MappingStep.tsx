// Step 3: what Stagecheck writes for each stage and outcome, proposed from the account's own options.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { MappingPanel } from '@/components/shared/MappingPanel';
import { createMappingStore } from '@/components/shared/mapping-store';
import type { Send } from '@/components/shared/send';
import { Button } from '@/components/ui/Button';
import type { Connection } from '@/lib/protocol/messages';
import styles from './steps.module.css';

type Props = { send: Send; connection: Connection; onDone: (saved: boolean) => void };

export function MappingStep({ send, connection, onDone }: Props) {
  const { crm, crmName, account } = connection;
  const [store] = useState(() => createMappingStore(send, crm, account));
  const { phase, saving, save, load } = useStore(store);
  useEffect(() => void load(), [load]);
  const finish = async () => {
    if (await save()) onDone(true);
  };
  return (
    <>
      <div className={styles.prose}>
        <p>
          When you confirm a stage, Stagecheck sets these {crmName} fields to these values. They are proposed
          from the options your account has. Where nothing shall be written, the stage is kept in the evidence
          only.
        </p>
      </div>
      <MappingPanel store={store} crmName={crmName}>
        <Button look="primary" why={saving ? 'It is being saved' : null} onClick={() => void finish()}>
          Save and finish
        </Button>
      </MappingPanel>
      {phase === 'failed' && (
        <div>
          <Button look="quiet" onClick={() => onDone(false)}>
            Do it later, in the settings
          </Button>
        </div>
      )}
    </>
  );
}
