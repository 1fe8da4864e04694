// The scopes that a connected key lacks, each with what it would be used for.
import { Badge } from '@/components/ui/Badge';
import type { Connection } from '@/lib/protocol/messages';
import styles from './Connections.module.css';

export function MissingScopes({ scopes }: { scopes: Connection['missing'] }) {
  return (
    <ul className={styles.scopes}>
      {scopes.map(({ scope, need, purpose }) => (
        <li key={scope}>
          <Badge tone={need === 'must' ? 'no' : 'care'}>missing</Badge> <code>{scope}</code>
          <p className={styles.soft}>
            {need === 'must' ? 'Needed' : 'Used'} {purpose}.
          </p>
        </li>
      ))}
    </ul>
  );
}
