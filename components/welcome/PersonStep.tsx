// Step 2: which of the CRM's owners the rep is, and why that is asked.
import { useStore } from 'zustand';
import { PersonPicker } from '@/components/shared/PersonPicker';
import { ProblemNote } from '@/components/shared/ProblemNote';
import { Button } from '@/components/ui/Button';
import type { WayKind } from '@/lib/crm/shared/crm';
import styles from './steps.module.css';
import type { WelcomeStore } from './welcome-store';

export function PersonStep({ store, crmName }: { store: WelcomeStore; crmName: string }) {
  const { way, people, person, saving, saveProblem, choose, saveConnection } = useStore(store);
  const whyNot = person ? (saving ? 'It is being saved' : null) : 'Choose yourself in the list first';
  return (
    <>
      <div className={styles.prose}>
        <p>{why(way, crmName)}</p>
      </div>
      <PersonPicker
        people={people}
        chosen={person}
        onChoose={choose}
        onConfirm={() => void saveConnection()}
      />
      {saveProblem && (
        <ProblemNote
          problem={saveProblem}
          crmName={crmName}
          kept="What you connected and chose is still here."
        />
      )}
      <div className={styles.actions}>
        <Button look="primary" why={whyNot} onClick={() => void saveConnection()}>
          {person ? `Connect as ${person.name || person.email}` : 'Connect'}
        </Button>
      </div>
    </>
  );
}

function why(way: WayKind, crmName: string): string {
  return way === 'key'
    ? `${crmName} sees one name on everything a key writes: the key’s own. So Stagecheck writes yours into the evidence, beside each answer you give.`
    : `${crmName} knows whose sign-in this is. Stagecheck writes the same name into the evidence, beside each answer you give.`;
}
