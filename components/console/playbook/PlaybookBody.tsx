// A playbook to read: what it is, its stages and rules, outcomes, criteria by level, marks and sources.
import type { Playbook } from '@/lib/playbook/schema';
import { CriteriaPart } from './CriteriaPart';
import { MarksPart } from './MarksPart';
import { OutcomesPart } from './OutcomesPart';
import styles from './Playbook.module.css';
import { StagesPart } from './StagesPart';

type Props = { playbook: Playbook; hash: string; origin: string };

export function PlaybookBody({ playbook, hash, origin }: Props) {
  return (
    <>
      <dl className={styles.identity}>
        <div>
          <dt>Version</dt>
          <dd>{playbook.version}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{origin}</dd>
        </div>
        <div>
          <dt>Content hash</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
      </dl>
      <StagesPart playbook={playbook} />
      <OutcomesPart playbook={playbook} />
      {playbook.levels.map((level) => (
        <CriteriaPart key={level.id} playbook={playbook} level={level} />
      ))}
      <MarksPart playbook={playbook} />
      <section className={styles.part} aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <ul className={styles.sources}>
          {playbook.sources.map(({ title, note }) => (
            <li key={title}>
              <cite>{title}</cite>
              {note && <p className={styles.soft}>{note}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
