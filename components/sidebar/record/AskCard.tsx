// The one question to ask now. Its place and height are fixed: nothing that arrives late moves it.
import { Skeleton } from '@/components/ui/Skeleton';
import type { Criterion } from '@/lib/playbook/schema';
import { sourceWords } from '@/lib/qualification';
import { spot } from '../keys/focus';
import type { OpenRecord } from '../store/useSidebar';
import { answerWords } from '../words/answer';
import { AnswerControls } from './AnswerControls';
import styles from './AskCard.module.css';
import { Meaning } from './Meaning';

/** From these many characters on, the question is set a step smaller, so that it keeps to its slot. */
const LONG = 84;
const LONGEST = 120;

export function AskCard({ record }: { record: OpenRecord }) {
  const { sheet, playbook, asking } = record;
  const criterion = asking === null ? undefined : playbook.compiled.byId.get(asking);
  const waiting = sheet.snapshot === null && sheet.readProblem === null;
  return (
    <section
      className={styles.card}
      aria-label={criterion ? 'Ask now' : 'Nothing more to ask'}
      aria-busy={sheet.reading}
    >
      {waiting && <Waiting />}
      {!waiting && criterion && <Question record={record} criterion={criterion} />}
      {!waiting && !criterion && <Nothing />}
    </section>
  );
}

function Question({ record, criterion }: { record: OpenRecord; criterion: Criterion }) {
  const { derived, playbook } = record;
  const { levels } = playbook.playbook;
  const level = levels.findIndex((one) => one.id === criterion.level);
  const answered = derived.answered[criterion.id];
  return (
    <>
      <p className={styles.eyebrow}>
        <span className={styles.state}>
          {answered && answered.from !== 'none'
            ? `${answerWords(criterion, answered)}, from ${sourceWords(answered)}`
            : 'Ask now'}
        </span>
        <span className={styles.level} title={levels[level]?.help}>
          {levels[level]?.name} {level + 1}/{levels.length}
        </span>
      </p>
      <h2
        className={sizeOf(criterion.ask)}
        title={criterion.ask}
        tabIndex={-1}
        data-keys={spot.question}
        dir="auto"
      >
        {criterion.ask}
      </h2>
      <Meaning criterion={criterion} />
      <AnswerControls key={criterion.id} criterion={criterion} answered={answered} />
    </>
  );
}

function sizeOf({ length }: string) {
  if (length >= LONGEST) return styles.longest;
  return length >= LONG ? styles.long : styles.question;
}

function Nothing() {
  return (
    <>
      <p className={styles.eyebrow}>Nothing more to ask</p>
      <h2 className={styles.question} tabIndex={-1} data-keys={spot.question}>
        Every question that would change the verdict has been asked.
      </h2>
      <p className={styles.hint}>Review and write with Enter, or go through the list with J and K.</p>
    </>
  );
}

function Waiting() {
  return (
    <>
      <p className={styles.eyebrow}>Reading the record</p>
      <div className={styles.question}>
        <Skeleton width="long" height="question" />
        <Skeleton width="middle" height="question" />
      </div>
      <div className={styles.lines}>
        <Skeleton width="long" />
        <Skeleton width="middle" />
      </div>
      <Skeleton width="long" height="control" />
    </>
  );
}
