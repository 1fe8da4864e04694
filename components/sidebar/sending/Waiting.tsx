// A submission that is kept and goes on by itself: why it waits, until when, and what the rep can do meanwhile.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';
import { useSidebar } from '../store/useSidebar';
import { waitingWords } from '../words/waiting';
import { Doubled } from './Doubled';
import { StepList } from './StepList';
import { TooLate } from './TooLate';
import { Ways } from './WhatNow';

type Props = { submission: Submission; dealWord: string; onTakeBack: () => void };

export function Waiting({ submission, dealWord, onTakeBack }: Props) {
  const { sending, decisions, page, now } = useSidebar();
  const { why, when, todo, signIn } = waitingWords(submission, useCrmName(), now());
  return (
    <Panel
      title="Waiting to be written"
      lead={submission.recordName}
      onBack={decisions.back}
      foot={
        <>
          <Button look="primary" wide cap="Enter" keys="Enter" onClick={() => void sending.done()}>
            Done
          </Button>
          <Ways
            plain
            ways={[
              { words: 'Try again', cap: 'T', final: true, press: () => sending.retry() },
              { words: 'Change it', cap: 'C', press: () => sending.reviewAgain() },
              { words: 'Take it back', cap: 'B', final: true, press: onTakeBack },
            ]}
          />
        </>
      }
    >
      <Notice
        tone="care"
        urgent
        title={why}
        actions={
          signIn && (
            <Button onClick={() => page.open({ page: 'console', section: 'connections' })}>Sign in</Button>
          )
        }
      >
        <p>{when}</p>
        <p>It is kept on this computer and goes on by itself. You can go on with the next one.</p>
        {todo !== '' && <p>{todo}</p>}
      </Notice>
      <TooLate submission={submission} />
      <Doubled submission={submission} />
      <StepList steps={submission.steps} dealWord={dealWord} />
    </Panel>
  );
}
