// Beside the question: what was confirmed and is on its way, waits, has stopped, or has arrived meanwhile.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Submission } from '@/lib/qualification/plan/submission';
import { isWaiting } from '../store/progress';
import { waitingWords } from '../words/waiting';

type Props = { submission: Submission; crmName: string; now: Date; onLook: () => void };

export function Unsent({ submission, crmName, now, onLook }: Props) {
  const { title, words, tone } = told(submission, crmName, now);
  return (
    <Notice tone={tone} brief title={title} actions={<Button onClick={onLook}>Look</Button>}>
      <p>{words}</p>
    </Notice>
  );
}

function told(submission: Submission, crmName: string, now: Date) {
  if (submission.state === 'written')
    return { tone: 'done', title: 'Written', words: `What you confirmed is in ${crmName} now.` } as const;
  if (isWaiting(submission))
    return {
      tone: 'info',
      title: 'Waiting to be written',
      words: waitingWords(submission, crmName, now).when,
    } as const;
  if (submission.state === 'failed')
    return {
      tone: 'care',
      title: 'Not written yet',
      words: 'What you confirmed has not got through.',
    } as const;
  return { tone: 'info', title: 'Being written', words: 'What you confirmed is on its way.' } as const;
}
