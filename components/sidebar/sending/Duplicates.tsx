// What the CRM takes the record for: each one that it named, with a link where it can be seen.
import { Link } from '@/components/ui/Link';
import type { Problem } from '@/lib/problem/problem';
import styles from './Duplicates.module.css';

export function Duplicates({ duplicates }: { duplicates: NonNullable<Problem['duplicates']> }) {
  if (duplicates.records.length === 0) return null;
  return (
    <section className={styles.duplicates}>
      <h3>Already there</h3>
      <ul className={styles.list}>
        {duplicates.records.map(({ object, id, name, url }) => (
          <li key={`${object} ${id}`} className={styles.record}>
            <Link href={url ?? null}>
              <bdi>{name || `${object} ${id}`}</bdi>
            </Link>
            {name && <span className={styles.object}>{object}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
