// A part of a page that has to be asked for: a skeleton while it loads, the problem when it fails, else what it holds.
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import styles from './LoadedPart.module.css';
import type { Loaded } from './loaded';
import { ProblemNote } from './ProblemNote';

type Props<T> = {
  /** For screen readers: "Loading connections". */
  what: string;
  part: Loaded<T>;
  crmName?: string;
  onRetry: () => void;
  children: (value: T) => ReactNode;
};

export function LoadedPart<T>({ what, part, crmName = 'The CRM', onRetry, children }: Props<T>) {
  if (part.phase === 'ready') return children(part.value);
  if (part.phase === 'failed') {
    return <ProblemNote problem={part.problem} crmName={crmName} onRetry={onRetry} />;
  }
  return (
    <div className={styles.loading} role="status">
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      <Skeleton width="middle" height="question" />
      <Skeleton width="long" />
      <Skeleton width="long" />
    </div>
  );
}
