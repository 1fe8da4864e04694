// What counts as yes, and what as no.
import { Mark } from '@/components/ui/Mark';
import type { Criterion } from '@/lib/playbook/schema';
import styles from './Meaning.module.css';

export function Meaning({ criterion }: { criterion: Criterion }) {
  const { kind, yes, no } = criterion;
  if (kind !== 'yesno') {
    return yes ? (
      <p className={styles.help} title={no}>
        {yes}
      </p>
    ) : null;
  }
  return (
    <dl className={styles.meaning}>
      <Line value="yes" text={yes} />
      <Line value="no" text={no} />
    </dl>
  );
}

function Line({ value, text }: { value: 'yes' | 'no'; text: string }) {
  if (!text) return null;
  return (
    <div className={styles.line}>
      <dt>
        <Mark value={value} word={`${value === 'yes' ? 'Yes' : 'No'} means`} />
      </dt>
      <dd className={styles.text} title={text}>
        {text}
      </dd>
    </div>
  );
}
