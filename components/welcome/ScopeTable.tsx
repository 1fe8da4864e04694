// The scopes a key needs, each with what Stagecheck uses it for.
import { Badge } from '@/components/ui/Badge';
import { type ConnectGuide, purposeSentence } from './guide';
import styles from './ScopeTable.module.css';

export function ScopeTable({ guide, open }: { guide: ConnectGuide; open: boolean }) {
  return (
    <details className={styles.details} open={open}>
      <summary>The {guide.scopes.length} scopes, and what each is for</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Scope</th>
            <th scope="col">What for</th>
          </tr>
        </thead>
        <tbody>
          {guide.scopes.map(({ scope, need, purpose }) => (
            <tr key={scope}>
              <th scope="row">
                <code>{scope}</code>
              </th>
              <td>
                {purposeSentence(purpose)} {need === 'should' && <Badge>can be left out</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
