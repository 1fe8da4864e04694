// Changes who the rep is in one account: asks the CRM for its owners, then saves the choice.
import { useCallback, useEffect, useState } from 'react';
import { LoadedPart } from '@/components/shared/LoadedPart';
import type { Loaded } from '@/components/shared/loaded';
import { PersonPicker } from '@/components/shared/PersonPicker';
import { ProblemNote } from '@/components/shared/ProblemNote';
import type { Send } from '@/components/shared/send';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import type { Person } from '@/lib/record/record';
import styles from './Connections.module.css';

type Props = {
  connection: Connection;
  send: Send;
  onSave: (person: Person) => Promise<Problem | null>;
  onClose: () => void;
};

export function ChangePerson({ connection, send, onSave, onClose }: Props) {
  const { crm, crmName, account } = connection;
  const [people, setPeople] = useState<Loaded<Person[]>>({ phase: 'loading' });
  const [chosen, setChosen] = useState<Person>(connection.person);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const load = useCallback(async () => {
    setPeople({ phase: 'loading' });
    const reply = await send('connections.people', { crm, account });
    setPeople(
      reply.ok ? { phase: 'ready', value: reply.value } : { phase: 'failed', problem: reply.problem },
    );
  }, [send, crm, account]);
  useEffect(() => void load(), [load]);

  const save = async () => {
    setSaving(true);
    const failed = await onSave(chosen);
    setSaving(false);
    setProblem(failed);
    if (!failed) onClose();
  };
  const why =
    chosen.id === connection.person.id ? 'This is who you are already' : saving ? 'It is being saved' : null;

  return (
    <section className={styles.inPlace} aria-label={`Change who you are in ${connection.accountName}`}>
      <LoadedPart what="the owners" part={people} crmName={crmName} onRetry={() => void load()}>
        {(list) => (
          <PersonPicker
            autoFocus
            people={list}
            chosen={chosen}
            onChoose={setChosen}
            onConfirm={() => void save()}
          />
        )}
      </LoadedPart>
      {problem && <ProblemNote problem={problem} crmName={crmName} kept="Nothing was changed." />}
      <div className={styles.actions}>
        <Button look="primary" why={why} onClick={() => void save()}>
          Save
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
