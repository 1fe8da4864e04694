// What the outbox's engine is given: the store, the CRM, the clocks, the locks, and those who are told.
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { SubmissionStore } from './store';

export type EngineNeeds = {
  store: SubmissionStore;
  /** For writing this one: rejects where the sign-in is not its own. */
  openSession: (submission: Submission) => Promise<CrmSession>;
  /** A submission went on, or stands otherwise. */
  onChange: (submission: Submission) => void;
  /** What is open, or how it stands, is no longer what it was. */
  changed: () => void;
  /** A try ended without all of it written, or (null) what is kept can't be read. */
  stopped?: (problem: Problem, submission: Submission | null) => void;
  /** Asks to be woken ('alarm') at this time (epoch ms, by `now`); null: there is nothing to wait for. */
  alarm: (at: number | null) => void;
  /** One at a time over all workers: whoever dies lets go. */
  lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  now: () => Date;
  /** ms since some moment, moved by no change of the computer's clock. Left out: the browser's own. */
  elapsed?: () => number;
  random: () => number;
};

/** Why it goes over what waits: its time has come, the network is back, another sign-in, or the browser has started. */
export type Wake = 'alarm' | 'online' | 'connections' | 'start';
