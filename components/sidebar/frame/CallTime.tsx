// How long the call has run, from the first answer on. Only these few characters are painted anew each second.
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { callSeconds } from '@/lib/qualification';
import type { Call } from '@/lib/qualification/answers/draft';
import { useSidebar } from '../store/useSidebar';
import { clockWords } from '../words/time';
import styles from './CallTime.module.css';

export function CallTime({ call }: { call: Call }) {
  const { answers, now } = useSidebar();
  const [, tick] = useState(0);
  const runs = call.pausedAt === null;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  const seconds = callSeconds(call, now());
  if (seconds === null) return null;
  return (
    <button
      type="button"
      className={styles.time}
      title={runs ? 'Call time. Press to pause' : 'Call time, paused. Press to go on'}
      onClick={answers.toggleCall}
    >
      <VisuallyHidden>Call time: </VisuallyHidden>
      {!runs && <span className={styles.paused}>paused</span>}
      {clockWords(seconds)}
      <VisuallyHidden>, {runs ? 'pause' : 'go on'}</VisuallyHidden>
    </button>
  );
}
