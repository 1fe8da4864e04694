// A rule in words, as nested lists.
import type { RuleLine } from '../parts/rule-words';
import styles from './RuleTree.module.css';

/** `line` comes from ruleWords. */
export function RuleTree({ line }: { line: RuleLine }) {
  return (
    <ul className={styles.rule}>
      <RuleItem line={line} />
    </ul>
  );
}

function RuleItem({ line }: { line: RuleLine }) {
  return (
    <li>
      <span className={line.parts.length > 0 ? styles.joint : undefined}>{line.text}</span>
      {line.parts.length > 0 && (
        <ul className={styles.parts}>
          {line.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule's lines may repeat, and never move
            <RuleItem key={index} line={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
