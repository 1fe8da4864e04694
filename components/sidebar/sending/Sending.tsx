// What became of a confirmed submission: on its way, written, stopped, or met by someone else's change.
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import type { Problem } from '@/lib/problem';
import { problemWords } from '@/lib/problem-words';
import type { Submission } from '@/lib/qualification/submission';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useCrmName } from '../frame/useCrmName';
import { hasArrived, problemOf } from '../store/sending';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { Duplicates } from './Duplicates';
import { Receipt } from './Receipt';
import { StepList } from './StepList';

export function Sending({ record }: { record: OpenRecord }) {
  const { sheet } = record;
  const { submission, sendProblem } = sheet;
  const { sending, decisions } = useSidebar();
  const crmName = useCrmName();
  if (!submission) return <Panel title="Nothing to write">{null}</Panel>;
  const problem = submission.state === 'failed' ? problemOf(submission) : null;
  if (submission.state === 'written') return <Written submission={submission} record={record} />;
  if (problem?.kind === 'changed') return <ChangedMeanwhile submission={submission} problem={problem} />;
  const stopped = sendProblem ?? problem;
  const { duplicates } = stopped ?? {};
  const title = stopped ? 'Not written yet' : `Writing to ${crmName}`;
  return (
    <Panel
      key={title}
      title={title}
      lead={submission.recordName}
      {...(stopped ? { onBack: decisions.back } : {})}
      foot={
        stopped ? (
          <WhatNow stopped={stopped} submission={submission} mayAllow={duplicates?.mayAllow === true} />
        ) : undefined
      }
    >
      {stopped && (
        <ProblemNotice
          problem={stopped}
          onRetry={() => void sending.retry()}
          onReview={() => void sending.reviewAgain()}
          bare
        />
      )}
      {duplicates && <Duplicates duplicates={duplicates} />}
      <StepList steps={submission.steps} dealWord={dealWordOf(record)} />
    </Panel>
  );
}

/** The way on that helps comes first; what may have arrived already can only be tried again. */
function WhatNow({
  stopped,
  submission,
  mayAllow,
}: {
  stopped: Problem;
  submission: Submission;
  mayAllow: boolean;
}) {
  const { sending } = useSidebar();
  const { action } = problemWords(stopped, useCrmName());
  const retry = { words: 'Try again', press: sending.retry };
  const review = { words: 'Back to the review', press: () => sending.reviewAgain() };
  const reload = { words: 'Read the record again', press: sending.readAgain };
  const anyway = { words: 'Save anyway', press: sending.saveAnyway };
  const ways = mayAllow
    ? [anyway, ...(hasArrived(submission) ? [] : [review])]
    : hasArrived(submission)
      ? [retry]
      : action === 'reload'
        ? [reload, retry]
        : action === 'review'
          ? [review, retry]
          : [retry, review];
  return ways.map(({ words, press }, index) => (
    <Button key={words} wide {...(index === 0 ? { look: 'primary' } : {})} onClick={() => void press()}>
      {words}
    </Button>
  ));
}

function dealWordOf({ review }: OpenRecord): string {
  return (review?.state === 'ready' ? review.value.options.dealWord : undefined) ?? 'deal';
}

function Written({ submission, record }: { submission: Submission; record: OpenRecord }) {
  const { sending } = useSidebar();
  const { snapshot, sendProblem } = record.sheet;
  return (
    <Panel
      key="written"
      title="Written and read back"
      lead={submission.recordName}
      foot={
        <>
          <Button look="primary" wide cap="Enter" keys="Enter" onClick={() => void sending.done()}>
            Done
          </Button>
          {sendProblem && (
            <Button wide onClick={sending.stay}>
              Stay here
            </Button>
          )}
        </>
      }
    >
      {sendProblem && <ProblemNotice problem={sendProblem} bare />}
      <Receipt submission={submission} url={snapshot?.url ?? null} />
      <StepList steps={submission.steps} dealWord={dealWordOf(record)} />
    </Panel>
  );
}
