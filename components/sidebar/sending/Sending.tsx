// What became of a confirmed submission: on its way, written, stopped, or met by someone else's change.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { Panel } from '@/components/ui/Panel';
import type { Submission } from '@/lib/qualification/plan/submission';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useCrmName } from '../frame/useCrmName';
import { hasArrived, isWaiting, problemOf } from '../store/progress';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { Doubled } from './Doubled';
import { Receipt } from './Receipt';
import { StepList } from './StepList';
import { TakeBack } from './TakeBack';
import { TooLate } from './TooLate';
import { Waiting } from './Waiting';
import { WhatNow } from './WhatNow';

// Rare: what is on the page before the first question stays small.
const ChangedMeanwhile = later(() => import('./ChangedMeanwhile').then((part) => part.ChangedMeanwhile));
const Duplicates = later(() => import('./Duplicates').then((part) => part.Duplicates));

export function Sending({ record }: { record: OpenRecord }) {
  const { sheet } = record;
  const { submission, sendProblem } = sheet;
  const { sending, decisions } = useSidebar();
  const crmName = useCrmName();
  const [asks, setAsks] = useState(false);
  if (!submission) return <Panel title="Nothing to write">{null}</Panel>;
  const problem = submission.state === 'failed' ? problemOf(submission) : null;
  const dealWord = dealWordOf(record);
  const takeBack = () => (hasArrived(submission) ? setAsks(true) : void sending.withdraw());
  if (submission.state === 'written') return <Written submission={submission} record={record} />;
  if (asks) return <TakeBack submission={submission} dealWord={dealWord} onKeep={() => setAsks(false)} />;
  if (problem?.kind === 'changed')
    return <ChangedMeanwhile submission={submission} problem={problem} onTakeBack={takeBack} />;
  if (!sendProblem && isWaiting(submission))
    return <Waiting submission={submission} dealWord={dealWord} onTakeBack={takeBack} />;
  const stopped = sendProblem ?? problem;
  const { duplicates } = stopped ?? {};
  const title = stopped ? 'Not written yet' : `Writing to ${crmName}`;
  return (
    <Panel
      key={title}
      title={title}
      lead={submission.recordName}
      {...(stopped ? { onBack: decisions.back } : {})}
      foot={stopped ? <WhatNow stopped={stopped} onTakeBack={takeBack} /> : undefined}
    >
      {stopped && (
        <ProblemNotice
          problem={stopped}
          onRetry={() => void sending.retry()}
          onReview={() => void sending.reviewAgain()}
          bare
        />
      )}
      <TooLate submission={submission} />
      <Doubled submission={submission} />
      {duplicates && <Duplicates duplicates={duplicates} />}
      <StepList steps={submission.steps} dealWord={dealWord} />
    </Panel>
  );
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
      <TooLate submission={submission} />
      <Doubled submission={submission} />
      <Receipt submission={submission} url={snapshot?.url ?? null} dealWord={dealWordOf(record)} />
      <StepList steps={submission.steps} dealWord={dealWordOf(record)} />
    </Panel>
  );
}
