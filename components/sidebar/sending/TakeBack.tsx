// Before a submission is taken back of which something has arrived: what stays in the CRM.
import { Panel } from '@/components/ui/Panel';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';
import { useSidebar } from '../store/useSidebar';
import { StepList } from './StepList';
import { Ways } from './WhatNow';

type Props = { submission: Submission; dealWord: string; onKeep: () => void };

export function TakeBack({ submission, dealWord, onKeep }: Props) {
  const { sending } = useSidebar();
  const crmName = useCrmName();
  const unknown = submission.steps.some((step) => step.state === 'trying');
  return (
    <Panel
      title="Take it back?"
      lead={submission.recordName}
      onBack={onKeep}
      foot={
        <Ways
          ways={[
            { words: 'Keep it', cap: 'K', press: onKeep },
            { words: 'Take it back', cap: 'B', final: true, press: sending.withdraw },
          ]}
        />
      }
    >
      <p>
        What is written already stays in {crmName}. The rest is not written any more. Your answers are kept.
      </p>
      {unknown && <p>Of what is being written nobody knows yet whether it arrived: look at the record.</p>}
      <StepList steps={submission.steps} dealWord={dealWord} />
    </Panel>
  );
}
