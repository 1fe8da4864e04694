// The queue as the background has it: read when the popup opens and after every change, one read at a time.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/lib/problem/problem';
import type { send } from '@/lib/protocol/client';
import type { Queue } from '@/lib/protocol/queue';
import { localDay } from '@/lib/reports/day';

/** What the popup needs of the browser and the background. Tests give it one in memory. */
export type PopupBackend = {
  send: typeof send;
  now: () => Date;
  close: () => void;
  /** Calls back after every change until the returned function is called. */
  listen: (onChange: () => void) => () => void;
};

export type QueueState = { queue: Queue | null; problem: Problem | null; reload: () => void };

/** `problem` stands beside the queue as it was last read. */
export function useQueue({ send, now, listen }: PopupBackend): QueueState {
  const [queue, setQueue] = useState<Queue | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reading = useRef<{ again: boolean } | null>(null);

  const reload = useCallback(async () => {
    if (reading.current) {
      reading.current.again = true;
      return;
    }
    const run = { again: true };
    reading.current = run;
    while (run.again) {
      run.again = false;
      const reply = await send('queue.read', { day: localDay(now()) });
      if (reply.ok) setQueue(reply.value);
      setProblem(reply.ok ? null : reply.problem);
    }
    reading.current = null;
  }, [send, now]);

  useEffect(() => {
    const stop = listen(() => void reload());
    void reload();
    return stop;
  }, [listen, reload]);

  return { queue, problem, reload: () => void reload() };
}
