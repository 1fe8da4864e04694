// Submissions whose end could not be kept: known in this worker's life, and kept as soon as the storage lets us.
import { report } from '@/lib/diagnostics/report';
import type { Submission } from '@/lib/qualification/plan/submission';
import { isOver } from './records';
import type { SubmissionStore } from './store';

export type Ends = ReturnType<typeof createEnds>;

export function createEnds(store: Pick<SubmissionStore, 'get' | 'finish'>) {
  const ends = new Map<string, Submission>();

  return {
    add: (submission: Submission): void => {
      ends.set(submission.id, submission);
    },
    /** The rows are gone. */
    forget: (): void => ends.clear(),
    /** As it is known to have ended; the row where nothing else is known. */
    of: (kept: Submission): Submission => ends.get(kept.id) ?? kept,
    /** Tries each once more. Never rejects; what can't be kept now stays for the next time. */
    async keep(): Promise<void> {
      for (const [id, submission] of ends) {
        try {
          const kept = await store.get(id);
          if (!kept || !isOver(kept)) await store.finish(submission);
          ends.delete(id);
        } catch (error) {
          report(error, 'outbox.ends');
          return;
        }
      }
    },
  };
}
