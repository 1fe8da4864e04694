// Says what the browser is going to ask before the sign-in, for an account whose hosts the extension may not reach yet.
import { hostOf } from '@/lib/crm/shared/host-permissions';
import styles from './steps.module.css';

type Props = { id: string; origins: string[]; crmName: string };

export function ReachNote({ id, origins, crmName }: Props) {
  return (
    <div className={styles.prose} id={id}>
      <p>
        Stagecheck may not reach this address by itself. The browser asks you first, for the hosts of this{' '}
        {crmName} account alone, and takes them back when you disconnect it:
      </p>
      <ul className={styles.hosts}>
        {origins.map((origin) => (
          <li key={origin}>
            <code className={styles.code}>{hostOf(origin)}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
