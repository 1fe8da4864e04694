// Everything that speaks to the criterion on the card: each fact with its day and link, what it says, what beat it.
import { Button } from '@/components/ui/Button';
import { Mark } from '@/components/ui/Mark';
import { contentFor } from '@/lib/playbook';
import { plainAnswers, sourceWords } from '@/lib/qualification';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { answerWords, markOf } from '../words/answer';
import { whenWords } from '../words/time';
import styles from './Evidence.module.css';
import { EvidenceItem } from './EvidenceItem';
import { Odds } from './Odds';
import { ScaleLines } from './ScaleLines';

export function Evidence({ record }: { record: OpenRecord }) {
  const { answers, decisions, now } = useSidebar();
  const { playbook, asking, derived, sheet } = record;
  const criterion = asking === null ? undefined : playbook.compiled.byId.get(asking);
  const answered = criterion ? derived.answered[criterion.id] : undefined;
  return (
    <section className={styles.evidence} aria-label="Evidence">
      <header className={styles.head}>
        <h3>{criterion ? criterion.label : 'Evidence'}</h3>
        <Button look="quiet" cap="E" keys="E" onClick={decisions.toggleEvidence}>
          Hide
        </Button>
      </header>
      {!criterion && <p className={styles.none}>Choose a criterion with J and K to see what speaks to it.</p>}
      {criterion && answered && (
        <>
          <p className={styles.answer}>
            <Mark value={markOf(answered)} word="" />
            <span>
              <strong>{answerWords(criterion, answered)}</strong>
              {answered.from !== 'none' && `, from ${sourceWords(answered)}`}
              {answered.at && `, ${whenWords(answered.at, now())}`}
            </span>
            {answered.from === 'rep' && (
              <Button look="quiet" onClick={answers.clear}>
                Clear
              </Button>
            )}
          </p>
          {answered.quote && (
            <blockquote className={styles.quote} dir="auto">
              {answered.quote}
            </blockquote>
          )}
          <Odds criterion={criterion} answered={answered} />
          {answered.evidence.length === 0 && (
            <p className={styles.none}>
              {sheet.snapshot?.crmName ?? 'The CRM'} says nothing to this: only the call can answer it.
            </p>
          )}
          <ul className={styles.list}>
            {answered.evidence.map((one) => (
              <EvidenceItem
                key={`${one.fact} ${one.source} ${one.text}`}
                evidence={one}
                criterion={criterion}
                answered={answered}
              />
            ))}
          </ul>
          <ScaleLines record={record} criterion={criterion.id} />
          {contentFor(playbook.playbook, plainAnswers(derived.answered), criterion.id).map(
            ({ label, text }) => (
              <p className={styles.why} key={label}>
                <strong>{label}:</strong> {text}
              </p>
            ),
          )}
          {criterion.why && <p className={styles.why}>{criterion.why}</p>}
        </>
      )}
    </section>
  );
}
