// One criterion: mark, label, what stands behind it, where that comes from. Pressing it puts it on the card.
import { memo, useEffect, useRef } from 'react';
import { Mark } from '@/components/ui/Mark';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Criterion } from '@/lib/playbook/schema';
import { type Answered, otherSideShort, sourceMark, sourceWords } from '@/lib/qualification';
import { focusQuestion } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import { answerWords, evidenceWords, markOf } from '../words/answer';
import styles from './ChecklistRow.module.css';

type Props = { criterion: Criterion; answered: Answered | undefined; current: boolean };

export const ChecklistRow = memo(function ChecklistRow({ criterion, answered, current }: Props) {
  const { answers, finding } = useSidebar();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const source = answered && answered.from !== 'none' ? sourceWords(answered) : '';
  // What speaks against the answer is worth more here than what speaks for it.
  const odds = answered ? otherSideShort(criterion, answered) : '';
  const evidence = odds || evidenceWords(criterion, answered);
  return (
    <li ref={row} className={styles.item}>
      <button
        type="button"
        className={styles.row}
        aria-current={current ? 'true' : undefined}
        onClick={() => {
          answers.focus(criterion.id);
          finding.stop();
          focusQuestion();
        }}
      >
        <Mark value={markOf(answered)} word="" />
        <span className={styles.label}>{criterion.label}</span>
        <VisuallyHidden>: {answerWords(criterion, answered)}</VisuallyHidden>
        <span className={styles.evidence} title={evidence}>
          {answered?.disagrees && (
            <>
              <span className={styles.odds} aria-hidden="true">
                ≠
              </span>
              <VisuallyHidden>, sources disagree: </VisuallyHidden>
            </>
          )}
          <bdi>{evidence}</bdi>
        </span>
        <span className={styles.source} title={source}>
          <span aria-hidden="true">{answered && sourceMark(answered)}</span>
          {source && <VisuallyHidden>, from {source}</VisuallyHidden>}
        </span>
      </button>
    </li>
  );
});
