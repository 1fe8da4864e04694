// The stages as a ladder: filled where the evidence carries, ringed where the CRM says it is, dotted where not yet.
import { classes } from '@/components/ui/classes';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { crmSays, proposedOf } from '../store/proposed';
import type { OpenRecord } from '../store/useSidebar';
import { driftWords, moreWaysWords, notSentWords, verdictDetail } from '../words/verdict';
import styles from './Ladder.module.css';
import { Proposal } from './Proposal';

export function Ladder({ record }: { record: OpenRecord }) {
  const { sheet, derived, playbook } = record;
  const { playbook: document } = playbook;
  const { snapshot } = sheet;
  const held = derived.verdict.stages.filter((stage) => stage.holds === 'yes').map((stage) => stage.id);
  const known = snapshot !== null;
  const ringed = crmSays(record);
  // The ring says what the CRM has it for; these few words must fit before what is missing.
  const drift = snapshot?.complete ? driftWords(document, derived.verdict, ringed) : '';
  const pending = sheet.submission
    ? null
    : notSentWords(document, sheet.draft?.decision, sheet.view.name === 'review');
  const detail = pending ?? [drift, verdictDetail(document, derived.verdict)].filter(Boolean).join('. ');
  const proposed = pending === null ? proposedOf(record) : null;
  const moreWays = pending === null && proposed === null ? moreWaysWords(derived.verdict) : '';
  return (
    <section className={styles.section} aria-label="Ladder">
      <ol className={styles.ladder}>
        {document.stages.map((stage) => {
          const holds = known && held.includes(stage.id);
          const now = known && derived.verdict.stage === stage.id;
          return (
            <li
              key={stage.id}
              className={classes(styles.stage, holds && styles.holds, now && styles.now)}
              aria-current={now ? 'step' : undefined}
              title={stage.meaning}
            >
              <span className={classes(styles.node, ringed === stage.id && styles.ringed)} />
              <span className={styles.name}>{stage.name}</span>
              <VisuallyHidden>
                {holds ? ', holds' : ', not yet'}
                {ringed === stage.id ? `, ${snapshot?.crmName} says so` : ''}
              </VisuallyHidden>
            </li>
          );
        })}
      </ol>
      {known ? (
        <>
          <p className={styles.sentence} title={derived.sentence}>
            {derived.sentence}
          </p>
          {proposed ? (
            <Proposal
              proposed={proposed}
              acts={sheet.view.name === 'ask' || sheet.view.name === 'guidance'}
              also={detail}
            />
          ) : (
            <p className={classes(styles.detail, pending !== null && styles.pending)} title={detail}>
              {detail}
            </p>
          )}
          {derived.presumed && <p className={styles.more}>{derived.presumed}.</p>}
          {moreWays && <p className={styles.more}>{moreWays}</p>}
        </>
      ) : (
        <div className={styles.waiting}>
          {sheet.readProblem ? null : (
            <>
              <Skeleton width="middle" />
              <Skeleton width="long" />
            </>
          )}
        </div>
      )}
    </section>
  );
}
