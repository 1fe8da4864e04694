// Where sources disagree on a criterion: both sides one under the other, which one counts, and why.
import { Link } from '@/components/ui/Link';
import type { Criterion } from '@/lib/playbook/schema';
import { type Answered, disagreement } from '@/lib/qualification';
import styles from './Odds.module.css';

export function Odds({ criterion, answered }: { criterion: Criterion; answered: Answered }) {
  const odds = disagreement(criterion, answered);
  if (odds === null) return null;
  return (
    <section className={styles.odds} aria-label="Sources disagree">
      <h4 className={styles.head}>
        <span aria-hidden="true">≠</span> Sources disagree
      </h4>
      <dl className={styles.sides}>
        <div className={styles.side}>
          <dt>Counts</dt>
          <dd>{odds.counts}</dd>
        </div>
        {odds.against.map((side) => (
          <div className={styles.side} key={`${side.source} ${side.text}`}>
            <dt>Against</dt>
            <dd>
              {side.says}, from {side.source}:{' '}
              <Link href={side.url}>
                <bdi>{side.text}</bdi>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.why}>{odds.why} Both sides go into the note.</p>
    </section>
  );
}
