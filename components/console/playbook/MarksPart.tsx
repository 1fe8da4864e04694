// What stands on top of the stage: flags, scales with their bands, labels.
import type { Playbook } from '@/lib/playbook/schema';
import { ruleWords } from '../parts/rule-words';
import { Cites } from './Cites';
import styles from './Playbook.module.css';
import { RuleTree } from './RuleTree';

export function MarksPart({ playbook }: { playbook: Playbook }) {
  const { flags, scales, labels, criteria } = playbook;
  if (flags.length + scales.length + labels.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="marks">
      <h2 id="marks">On top of the stage</h2>
      <p className={styles.soft}>Shown beside the stage; none of these decides it.</p>
      <ul className={styles.cards}>
        {flags.map((flag) => (
          <li key={flag.id} className={styles.card}>
            <h3>{flag.name}</h3>
            {flag.help && <p>{flag.help}</p>}
            <h4>Set when</h4>
            <RuleTree line={ruleWords(flag.rule, playbook)} />
            <Cites cites={flag.cites} />
          </li>
        ))}
        {scales.map((scale) => (
          <li key={scale.id} className={styles.card}>
            <h3>{scale.name}</h3>
            <p>{scale.bands.map((band) => `${band.label}: ${band.atLeast} or more`).join('; ')}, counting</p>
            <ul className={styles.bullets}>
              {scale.of.map((part) => (
                <li key={part.label}>
                  {part.label}
                  <RuleTree line={ruleWords(part.rule, playbook)} />
                </li>
              ))}
            </ul>
            <Cites cites={scale.cites} />
          </li>
        ))}
        {labels.length > 0 && (
          <li className={styles.card}>
            <h3>Labels</h3>
            <ul className={styles.bullets}>
              {labels.map(({ id, name, criterion }) => (
                <li key={id}>
                  {name}
                  <span className={styles.soft}>
                    , from {criteria.find((known) => known.id === criterion)?.label ?? criterion}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}
