// The criteria of one level: the words to ask, what counts as yes and as no, and what the CRM can answer.
import type { Criterion, Playbook } from '@/lib/playbook/schema';
import styles from './CriteriaPart.module.css';
import { EvidenceCell } from './EvidenceCell';
import page from './Playbook.module.css';

type Props = { playbook: Playbook; level: Playbook['levels'][number] };

export function CriteriaPart({ playbook, level }: Props) {
  const criteria = playbook.criteria.filter((criterion) => criterion.level === level.id);
  if (criteria.length === 0) return null;
  const id = `level-${level.id}`;
  return (
    <section className={page.part} aria-labelledby={id}>
      <h2 id={id}>{level.name}</h2>
      {level.help && <p className={page.soft}>{level.help}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Counts as yes</th>
            <th scope="col">Counts as no</th>
            <th scope="col">The CRM answers</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <CriterionRow key={criterion.id} criterion={criterion} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const { label, ask, yes, no, why, options } = criterion;
  return (
    <tr>
      <th scope="row">
        <span className={styles.label}>{label}</span>
        <span className={styles.ask}>“{ask}”</span>
        {why && <span className={styles.why}>{why}</span>}
      </th>
      {options ? (
        <td colSpan={2} data-head="Options">
          <ul className={styles.lines}>
            {options.map((option) => (
              <li key={option.id}>
                {option.label}
                {option.help && <span className={page.soft}>: {option.help}</span>}
              </li>
            ))}
          </ul>
        </td>
      ) : (
        <>
          <td data-head="Counts as yes">{yes}</td>
          <td data-head="Counts as no">{no}</td>
        </>
      )}
      <td data-head="The CRM answers">
        <EvidenceCell criterion={criterion} />
      </td>
    </tr>
  );
}
