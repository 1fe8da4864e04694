// The targets under the question: yes, no and don't know; the options; or one field.
import type { Criterion } from '@/lib/playbook/schema';
import type { Answered } from '@/lib/qualification';
import { focusQuestion } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import styles from './AnswerControls.module.css';
import { Target } from './Target';
import { ValueInput } from './ValueInput';

type Props = { criterion: Criterion; answered: Answered | undefined };

export function AnswerControls({ criterion, answered }: Props) {
  const { answers } = useSidebar();
  const value = answered?.value ?? null;
  const unknown = value === null && answered?.asked === true;
  // After a click the keyboard goes to the new question, so that Enter reviews and never answers by accident.
  const give = (given: string | number | null) => () => {
    answers.answer(given);
    focusQuestion();
  };
  const dontKnow = (
    <Target cap="U" chosen={unknown} onPress={give(null)}>
      Don’t know
    </Target>
  );
  if (criterion.kind === 'yesno') {
    return (
      <fieldset className={styles.three}>
        <legend className={styles.legend}>Answer</legend>
        <Target cap="Y" chosen={value === 'yes'} onPress={give('yes')}>
          Yes
        </Target>
        <Target cap="N" chosen={value === 'no'} onPress={give('no')}>
          No
        </Target>
        {dontKnow}
      </fieldset>
    );
  }
  if (criterion.kind === 'choice') {
    return (
      <fieldset className={styles.options}>
        <legend className={styles.legend}>Answer</legend>
        {(criterion.options ?? []).map((option, index) => (
          <Target
            key={option.id}
            small
            cap={String(index + 1)}
            chosen={value === option.id}
            title={option.help}
            onPress={give(option.id)}
          >
            {option.label}
          </Target>
        ))}
        <Target small cap="U" chosen={unknown} onPress={give(null)}>
          Don’t know
        </Target>
      </fieldset>
    );
  }
  return (
    <div className={styles.typed}>
      <ValueInput criterion={criterion} value={value} />
      {dontKnow}
    </div>
  );
}
