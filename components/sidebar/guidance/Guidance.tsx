// What to do at this stage: how to talk now, what helps at this place in the buying process, and the next steps by key.
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { contentFor } from '@/lib/playbook';
import { plainAnswers } from '@/lib/qualification';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import styles from './Guidance.module.css';
import { guidedStage } from './guided-stage';
import { NextSteps } from './NextSteps';

export function Guidance({ record }: { record: OpenRecord }) {
  const { decisions } = useSidebar();
  const { playbook } = record.playbook;
  const stage = guidedStage(record);
  const content = contentFor(playbook, plainAnswers(record.derived.answered));
  const open = openQuestion(record);
  return (
    <Panel
      title="What to do now"
      onBack={decisions.back}
      foot={
        <Button look="primary" wide cap="Enter" keys="Enter" onClick={decisions.reviewStage}>
          Review and write
        </Button>
      }
    >
      {stage && (
        <section className={styles.part}>
          <h3>{stage.name}: how to talk now</h3>
          <p>{stage.guidance || stage.meaning}</p>
        </section>
      )}
      {content.map(({ label, text }) => (
        <section key={label} className={styles.part}>
          <h3>What helps: {inSentence(label)}</h3>
          <p>{text}</p>
        </section>
      ))}
      {content.length === 0 && open && (
        <section className={styles.part}>
          <h3>What helps</h3>
          <p>Ask first: “{open}”</p>
        </section>
      )}
      <NextSteps record={record} />
    </Panel>
  );
}

/** "Just researching" in the middle of a line; IQL stays IQL. */
const inSentence = (label: string) => (label === label.toUpperCase() ? label : label.toLowerCase());

/** The question on which the content depends, while nobody has answered it. */
function openQuestion({ playbook: { playbook }, derived }: OpenRecord): string | null {
  const ids = new Set((playbook.content ?? []).map(({ criterion }) => criterion));
  const open = playbook.criteria.find(({ id }) => ids.has(id) && derived.answered[id]?.value === null);
  return open?.ask ?? null;
}
