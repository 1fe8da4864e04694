// The scopes a key needs, and those it is better with, each with what Stagecheck uses it for.
import type { GuideScope } from '@/lib/crm/shared/crm';
import { purposeSentence } from './guide';
import styles from './ScopeTable.module.css';

export function ScopeTable({ scopes, open }: { scopes: GuideScope[]; open: boolean }) {
  const of = (need: GuideScope['need']) => scopes.filter((scope) => scope.need === need);
  return (
    <details className={styles.details} open={open}>
      <summary>The {scopes.length} scopes, and what each is for</summary>
      <table className={styles.table}>
        <ScopeGroup title="Needed" scopes={of('must')} />
        <ScopeGroup title="Better with; can be added later" scopes={of('should')} />
      </table>
    </details>
  );
}

function ScopeGroup({ title, scopes }: { title: string; scopes: GuideScope[] }) {
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup" className={styles.group}>
          {title}
        </th>
      </tr>
      {scopes.map(({ scope, purpose }) => (
        <tr key={scope}>
          <th scope="row">
            <code>{scope}</code>
          </th>
          <td>{purposeSentence(purpose)}</td>
        </tr>
      ))}
    </tbody>
  );
}
