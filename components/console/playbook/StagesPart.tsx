// The stages, lowest first: what each means, when it holds, how to treat someone there.
import type { Playbook } from '@/lib/playbook/schema';
import { ruleWords } from '../parts/rule-words';
import { Cites } from './Cites';
import styles from './Playbook.module.css';
import { RuleTree } from './RuleTree';

export function StagesPart({ playbook }: { playbook: Playbook }) {
  return (
    <section className={styles.part} aria-labelledby="stages">
      <h2 id="stages">Stages</h2>
      <p className={styles.soft}>A stage holds when its own rule and every earlier stage’s rule are yes.</p>
      <ol className={styles.cards}>
        {playbook.stages.map((stage, index) => (
          <li key={stage.id} className={styles.card}>
            <h3>
              {index + 1}. {stage.name}
            </h3>
            <p>{stage.meaning}</p>
            <h4>Holds when</h4>
            <RuleTree line={ruleWords(stage.rule, playbook)} />
            {stage.guidance && (
              <>
                <h4>What to do</h4>
                <p>{stage.guidance}</p>
              </>
            )}
            <Cites cites={stage.cites} />
          </li>
        ))}
      </ol>
    </section>
  );
}
