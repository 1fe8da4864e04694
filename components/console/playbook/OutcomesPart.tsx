// The outcomes beside the stages: when each is proposed, and the reasons to choose from.
import type { Playbook } from '@/lib/playbook/schema';
import { ruleWords } from '../parts/rule-words';
import { Cites } from './Cites';
import styles from './Playbook.module.css';
import { RuleTree } from './RuleTree';

export function OutcomesPart({ playbook }: { playbook: Playbook }) {
  if (playbook.outcomes.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="outcomes">
      <h2 id="outcomes">Outcomes</h2>
      <p className={styles.soft}>A person always decides these; the playbook only proposes.</p>
      <ul className={styles.cards}>
        {playbook.outcomes.map((outcome) => (
          <li key={outcome.id} className={styles.card}>
            <h3>{outcome.name}</h3>
            <p>{outcome.meaning}</p>
            <h4>Proposed when</h4>
            <RuleTree line={ruleWords(outcome.rule, playbook)} />
            <h4>Reasons</h4>
            <ul className={styles.bullets}>
              {outcome.reasons.map(({ id, label, help }) => (
                <li key={id}>
                  {label}
                  {help && <span className={styles.soft}>: {help}</span>}
                </li>
              ))}
            </ul>
            {outcome.asksDate && <p className={styles.soft}>Asks for a date to come back.</p>}
            <Cites cites={outcome.cites} />
          </li>
        ))}
      </ul>
    </section>
  );
}
