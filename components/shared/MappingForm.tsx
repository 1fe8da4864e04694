// The mapping of one connection with its save, its undo, and a word on whether it is saved.
import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Connection } from '@/lib/protocol/messages';
import styles from './MappingForm.module.css';
import { MappingPanel } from './MappingPanel';
import { isDirty, type MappingStore, mappingStateWords } from './mapping-store';

export function MappingForm({ connection, store }: { connection: Connection; store: MappingStore }) {
  const state = useStore(store);
  const headingId = useId();
  useEffect(() => {
    if (store.getState().phase !== 'ready') void store.getState().load();
  }, [store]);
  const dirty = isDirty(state);
  const why = state.saving ? 'It is being saved' : dirty ? null : 'There is nothing to save';

  return (
    <section className={styles.form} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId} className={styles.name}>
          {connection.accountName}
        </h2>
        <Badge>{connection.crmName}</Badge>
      </header>
      <MappingPanel store={store} crmName={connection.crmName} values>
        <Button look="primary" why={why} onClick={() => void state.save()}>
          Save
        </Button>
        {state.touched && dirty && (
          <Button look="quiet" onClick={state.revert}>
            Undo changes
          </Button>
        )}
        <p className={styles.state} role="status">
          {mappingStateWords(state)}
        </p>
      </MappingPanel>
    </section>
  );
}
