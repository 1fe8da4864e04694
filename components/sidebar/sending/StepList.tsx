// The writes, one line each, with how far each is and what was read back.
import { Link } from '@/components/ui/Link';
import { Mark, type MarkValue } from '@/components/ui/Mark';
import type { Step } from '@/lib/qualification/submission';
import styles from './StepList.module.css';

const names: Record<Step['write']['kind'], string> = {
  fields: 'Fields',
  deal: 'Deal',
  note: 'Note',
  whole: 'Everything, in one',
  convert: 'Conversion',
};

const states: Record<Step['state'], { mark: MarkValue; words: string }> = {
  waiting: { mark: 'later', words: 'waiting' },
  trying: { mark: 'unknown', words: 'being written' },
  done: { mark: 'yes', words: 'written' },
  failed: { mark: 'no', words: 'not written' },
};

export function StepList({ steps }: { steps: Step[] }) {
  return (
    <ol className={styles.steps} aria-live="polite">
      {steps.map((step) => (
        <li key={step.id} className={styles.step} data-state={step.state}>
          <Mark value={states[step.state].mark} word="" />
          <div className={styles.what}>
            <p>
              <strong className={styles.name}>{names[step.write.kind]}</strong>
              <span className={styles.state}>{states[step.state].words}</span>
            </p>
            <p className={styles.detail}>{detail(step)}</p>
            {step.result && (
              <p className={styles.detail}>
                <Link href={step.result.url}>{step.result.text}</Link>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What the step was to write, in a line. */
function detail({ write }: Step): string {
  switch (write.kind) {
    case 'fields':
      return write.changes
        .map((change) => `${change.label}: ${change.fromText} → ${change.toText}`)
        .join(', ');
    case 'deal':
      return write.deal.name;
    case 'whole':
      return [
        ...write.changes.map((change) => `${change.label}: ${change.fromText} → ${change.toText}`),
        ...(write.deal ? [write.deal.name] : []),
      ].join(', ');
    case 'convert':
      return write.conversion.account?.name ?? 'New account';
    case 'note':
      return write.body.split('\n').find((line) => line.trim() !== '') ?? '';
  }
}
