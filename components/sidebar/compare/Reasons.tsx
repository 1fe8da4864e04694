// Why a playbook says so: where it parts from ours, and each answer that it asks for on the way to its next stage.
import { Button } from '@/components/ui/Button';
import { Mark } from '@/components/ui/Mark';
import { criteriaOf } from '@/lib/playbook/rules';
import { focusQuestion } from '../keys/focus';
import type { Compared } from '../store/compared';
import type { LoadedPlaybook } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import { answerWords, markOf } from '../words/answer';
import styles from './Compare.module.css';
import { whyParts } from './words';

export function Reasons({ id, row, against }: { id: string; row: Compared; against: LoadedPlaybook }) {
  const { playbook, derived, parts } = row;
  const { verdict } = derived;
  const { stages } = playbook.playbook;
  const about = verdict.nextStage ?? verdict.stage;
  const upTo = stages.slice(0, stages.findIndex(({ id }) => id === about) + 1);
  const asked = [...new Set(upTo.flatMap(({ rule }) => criteriaOf(rule)))];
  return (
    <div id={id} className={styles.reasons}>
      {parts && <p>{whyParts(parts, against.compiled, playbook.compiled)}</p>}
      {parts && parts.on !== 'stages' && <Ask criterion={parts.criterion} against={against} />}
      <p className={styles.sentence}>{derived.sentence}.</p>
      <ul aria-label={`What ${playbook.playbook.name} asks for`}>
        {asked.map((criterion) => {
          const known = playbook.compiled.byId.get(criterion);
          const answered = derived.answered[criterion];
          return (
            known && (
              <li key={criterion} className={styles.answer}>
                <Mark value={markOf(answered)} word="" />
                <span>{known.label}</span>
                <span className={styles.value}>{answerWords(known, answered)}</span>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** Puts the criterion on the card, where the active playbook has it too. */
function Ask({ criterion, against }: { criterion: string; against: LoadedPlaybook }) {
  const { answers, decisions } = useSidebar();
  if (!against.compiled.byId.has(criterion)) return null;
  const ask = () => {
    answers.focus(criterion);
    decisions.show({ name: 'ask' });
    focusQuestion();
  };
  return (
    <p>
      <Button onClick={ask}>Ask this now</Button>
    </p>
  );
}
