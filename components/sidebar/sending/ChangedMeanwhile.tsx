// Someone changed the record between the review and the write: what it was, what it is, what was to be written.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import type { Problem } from '@/lib/problem';
import { problemWords } from '@/lib/problem-words';
import type { FieldChange, Submission } from '@/lib/qualification/submission';
import { Choice } from '../frame/Choice';
import { useCrmName } from '../frame/useCrmName';
import { useSidebar } from '../store/useSidebar';
import styles from './ChangedMeanwhile.module.css';

type Take = 'theirs' | 'mine';

export function ChangedMeanwhile({ submission, problem }: { submission: Submission; problem: Problem }) {
  const { sending } = useSidebar();
  const [takes, setTakes] = useState<Record<string, Take>>({});
  const crmName = useCrmName();
  const { title, kept } = problemWords(problem, crmName);
  const changes = submission.steps.flatMap((step) =>
    step.write.kind === 'fields' || step.write.kind === 'whole' ? step.write.changes : [],
  );
  const theirs = problem.theirs ?? [];
  const met = changes.filter((change) => theirs.some((one) => one.field === change.field));
  const keep = met.filter((change) => takes[change.field] === 'theirs').map((change) => change.field);
  const open = met.some((change) => takes[change.field] === undefined);
  return (
    <Panel
      title={title}
      lead={`${kept} Choose what shall stand.`}
      foot={
        <Button
          look="primary"
          wide
          why={open ? 'Choose for each field first.' : null}
          onClick={() => void sending.reviewAgain(keep)}
        >
          Review again
        </Button>
      }
    >
      {met.map((change) => (
        <ChangedField
          key={change.field}
          change={change}
          theirs={theirs.find((one) => one.field === change.field)?.text ?? ''}
          take={takes[change.field] ?? null}
          onTake={(take) => setTakes({ ...takes, [change.field]: take })}
        />
      ))}
    </Panel>
  );
}

type FieldProps = { change: FieldChange; theirs: string; take: Take | null; onTake: (take: Take) => void };

function ChangedField({ change, theirs, take, onTake }: FieldProps) {
  return (
    <section className={styles.field}>
      <h3>{change.label}</h3>
      <dl className={styles.values}>
        <dt>When you looked</dt>
        <dd>{change.fromText}</dd>
        <dt>Theirs, now</dt>
        <dd>{theirs || '(empty)'}</dd>
        <dt>Yours</dt>
        <dd>{change.toText}</dd>
      </dl>
      <Choice
        label={`What shall stand in ${change.label}`}
        hideLabel
        value={take}
        options={[
          { value: 'theirs', label: 'Keep theirs' },
          { value: 'mine', label: 'Write mine' },
        ]}
        onChange={onTake}
      />
    </section>
  );
}
