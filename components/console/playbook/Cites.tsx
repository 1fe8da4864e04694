// Where a stage or criterion comes from: the titles of its sources.
import styles from './Playbook.module.css';

export function Cites({ cites }: { cites: string[] | undefined }) {
  if (!cites?.length) return null;
  return <p className={styles.cites}>After {cites.map((title) => `“${title}”`).join(', ')}</p>;
}
