// A problem in plain words, with the way out that fits it.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';

type Props = {
  problem: Problem;
  crmName: string;
  /** What of the person's work is still there; these pages hold other work than the sidebar. */
  kept?: string;
  onRetry?: () => void;
};

export function ProblemNote({ problem, crmName, kept, onRetry }: Props) {
  const words = problemWords(problem, crmName);
  const retry = onRetry && (
    <Button look="plain" onClick={onRetry}>
      Try again
    </Button>
  );
  return (
    <Notice tone="problem" urgent title={words.title} actions={retry}>
      {kept && <p>{kept}</p>}
      {words.todo && <p>{words.todo}</p>}
    </Notice>
  );
}
