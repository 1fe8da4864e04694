// What will be written, exactly: the fields old and new, what the CRM demands, the next step, the deal, the note. Nothing else is.
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import { Panel } from '@/components/ui/Panel';
import { Skeleton } from '@/components/ui/Skeleton';
import { keptOf, offersDeal, writesOf, writtenWords } from '@/lib/qualification';
import { ProblemNotice } from '../frame/ProblemNotice';
import type { Sight } from '../gate/on-screen';
import { perform } from '../keys/perform';
import { useSight } from '../keys/useSight';
import { obstacleOf } from '../store/blocking';
import { contentOf } from '../store/content';
import { targetOf } from '../store/decisions';
import { planOf, type SheetPlan } from '../store/planning';
import { refusedOf } from '../store/refusal';
import type { ReviewData } from '../store/state';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { Changes } from './Changes';
import { DealForm } from './DealForm';
import { Decided } from './Decided';
import { Demanded } from './Demanded';
import { FormFields } from './FormFields';
import { NextStep } from './NextStep';
import { NotePreview } from './NotePreview';
import { Refused } from './Refused';
import styles from './Review.module.css';

export function Review({ record }: { record: OpenRecord }) {
  const sidebar = useSidebar();
  const { decisions, page, now } = sidebar;
  const { sheet, playbook, derived, review } = record;
  const ready = review?.state === 'ready' ? review.value : null;
  const plan = ready && planOf(sheet, playbook, derived, ready, now());
  const obstacle = obstacleOf(sheet, plan);
  const button = useRef<HTMLButtonElement>(null);
  const { completeReview } = page;
  const pending = plan?.form?.pending ? targetOf(plan.decision) : null;
  const content = plan && ready && pending === null ? contentOf(sheet, plan, derived, ready) : null;
  const sight = useSight(button, content);
  /** Said in the place of what Confirm writes, so that it moves nothing that is to be read out of view. */
  const inTheWay = obstacle === null && (sight === 'small' || sight === 'unread') ? unseen[sight] : null;
  useEffect(() => {
    if (pending !== null) completeReview(pending);
  }, [pending, completeReview]);
  return (
    <Panel
      title="Review and write"
      onBack={decisions.back}
      busy={sheet.reading}
      foot={
        <>
          {plan?.nothingNew === null && ready && pending === null && (
            <p
              className={classes(styles.writes, inTheWay && styles.obstacle)}
              role={inTheWay ? 'status' : undefined}
            >
              {inTheWay ??
                `Confirm writes ${writtenWords(writesOf(plan, '', { stages: [] }), ready.options.dealWord)}.`}
            </p>
          )}
          <Button
            look="primary"
            wide
            final
            cap="Enter"
            keys="Enter Control+Enter Meta+Enter"
            ref={button}
            why={obstacle?.words ?? unseen[sight]}
            soon={obstacle === null && sight === 'soon'}
            onClick={() => perform(sidebar, { do: 'confirm' }, null)}
          >
            Confirm
          </Button>
        </>
      }
    >
      {obstacle && obstacle.what !== 'reading' && pending === null && (
        <p className={obstacle.what === 'nothing-new' ? styles.quiet : styles.obstacle} role="status">
          {obstacle.words}
        </p>
      )}
      {(sight === 'covered' || sight === 'hidden' || sight === 'unanswered') && (
        <p className={sight === 'unanswered' ? styles.quiet : styles.obstacle} role="status">
          {unseen[sight]}
        </p>
      )}
      {plan?.notices.some((notice) => notice.kind === 'missing-option') && (
        <Button onClick={() => page.open({ page: 'console', section: 'mapping' })}>
          Open the stage mapping
        </Button>
      )}
      {review?.state === 'failed' && <ProblemNotice problem={review.problem} onRetry={page.reloadReview} />}
      {sheet.sendProblem && <ProblemNotice problem={sheet.sendProblem} />}
      {plan && ready && pending === null ? (
        <Parts record={record} plan={plan} ready={ready} />
      ) : (
        review?.state !== 'failed' && <Waiting />
      )}
    </Panel>
  );
}

/** Why what has not been looked at can't be confirmed. */
const unseen: Record<Sight, string | null> = {
  soon: 'Read it first: a moment after it is on screen, and the keyboard is here, it can be confirmed.',
  small: 'Stagecheck is shown too small to be read. Zoom in or widen it, then confirm.',
  unread: 'Not all that will be written has been on screen. Enter shows the rest, then confirms.',
  covered: 'Something on the page lies over Stagecheck, or fades it. Close or move it, then confirm.',
  hidden: 'The page hides or shrinks Stagecheck. Reload the page, then confirm.',
  unanswered:
    'The page is too busy to tell whether all of this can be seen. Wait a moment; if it stays so, reload the page.',
  ready: null,
};

function Parts({ record, plan, ready }: { record: OpenRecord; plan: SheetPlan; ready: ReviewData }) {
  const { sheet, playbook } = record;
  const crmName = sheet.snapshot?.crmName ?? '';
  return (
    <>
      <Refused sheet={sheet} plan={plan} />
      <Decided record={record} plan={plan} />
      <NextStep record={record} plan={plan} crmName={crmName} owner={ready.person.name} />
      {plan.form && <FormFields form={plan.form} sheet={sheet} />}
      {plan.nothingNew === null && (
        <Changes
          plan={plan}
          crmName={crmName}
          agreed={sheet.agreed}
          keptTheirs={sheet.keepTheirs.length}
          refused={refusedOf(sheet)}
        />
      )}
      {sheet.demanded.length > 0 && <Demanded sheet={sheet} plan={plan} />}
      {keptOf(plan.decision) === null && offersDeal(playbook.playbook, plan.decision) && sheet.snapshot && (
        <DealForm snapshot={sheet.snapshot} deal={sheet.draft?.deal ?? null} options={ready.options} />
      )}
      <NotePreview note={plan.note} edited={sheet.draft?.noteText ?? null} />
    </>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label="Reading the account’s stages">
      <Skeleton width="short" />
      <Skeleton height="control" width="long" />
      <Skeleton width="short" />
      <Skeleton width="long" />
      <Skeleton width="middle" />
    </div>
  );
}
