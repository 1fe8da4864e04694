// Takes confirmed submissions and delivers them, per record one at a time. What a dead worker left is offered again.
import type { CrmSession } from '@/lib/crm/crm';
import { ProblemError } from '@/lib/problem';
import { type RecordRef, refKey, sameRef } from '@/lib/qualification/record';
import type { Submission } from '@/lib/qualification/submission';
import { deliver } from './deliver';
import type { SubmissionStore } from './store';

export type Outbox = {
  /** Keeps it, delivers it, and gives it as it ended. The same id sent twice is one submission. */
  send(submission: Submission): Promise<Submission>;
  /** Delivers what is left of a submission that did not get through; `allow` is added to what the rep allows. */
  retry(ref: RecordRef, id: string, allow?: readonly string[]): Promise<Submission>;
  /** The record's newest submission, if it is unfinished or ended since `since` (ISO). */
  last(ref: RecordRef, since: string): Promise<Submission | null>;
};

type Needs = {
  store: SubmissionStore;
  openSession: (ref: RecordRef) => Promise<CrmSession>;
  onChange: (submission: Submission) => void;
  now: () => Date;
};

export function createOutbox({ store, openSession, onChange, now }: Needs): Outbox {
  /** Deliveries of this worker's life, by submission. */
  const running = new Map<string, Promise<Submission>>();
  /** The end of each record's line. */
  const lines = new Map<string, Promise<Submission>>();

  /** The id and the place in line are taken before anything is awaited, so that a second send joins this one. */
  function start(
    submission: Submission,
    /** Keeps the submission; gives another one to answer with instead of delivering. */
    prepare: () => Promise<Submission | null>,
  ): Promise<Submission> {
    const line = refKey(submission.ref);
    const turn = lines.get(line);
    const job = (async () => {
      const instead = await prepare();
      if (instead) return instead;
      await turn?.catch(() => undefined);
      return deliver({ submission, openSession: () => openSession(submission.ref), store, onChange, now });
    })();
    running.set(submission.id, job);
    lines.set(line, job);
    const clear = () => {
      running.delete(submission.id);
      if (lines.get(line) === job) lines.delete(line);
    };
    job.then(clear, clear);
    return job;
  }

  return {
    async send(submission) {
      const joined = running.get(submission.id);
      if (joined) return joined;
      if (submission.state !== 'waiting' || submission.steps.some((step) => step.state !== 'waiting')) {
        throw new ProblemError({
          kind: 'invalid',
          message: 'This submission was begun before. Review the record again.',
        });
      }
      return start(submission, async () =>
        (await store.add(submission)) ? null : await store.get(submission.id),
      );
    },
    async retry(ref, id, allow = []) {
      const joined = running.get(id);
      if (joined) return joined;
      const submission = await store.get(id);
      if (!submission || !sameRef(submission.ref, ref)) {
        throw new ProblemError({ kind: 'gone', message: 'This submission is no longer kept here.' });
      }
      if (submission.state === 'written') return submission;
      return running.get(id) ?? start(allowing(submission, allow), async () => null);
    },
    async last(ref, since) {
      const newest = await store.newest(ref);
      if (!newest || (newest.finishedAt !== null && newest.finishedAt < since)) return null;
      const stopped = newest.state === 'waiting' || newest.state === 'writing';
      return stopped && !running.has(newest.id) ? interrupted(newest) : newest;
    },
  };
}

/** The same submission, with what the rep has allowed since; its id and its steps stay, so nothing can happen twice. */
function allowing(submission: Submission, allow: readonly string[]): Submission {
  const all = [...new Set([...(submission.allow ?? []), ...allow])];
  return all.length === 0 ? submission : { ...submission, allow: all };
}

/** How a submission is shown whose delivery died with its worker. What was kept of its steps stays as it was. */
export function interrupted(submission: Submission): Submission {
  const stuck = submission.steps.find((step) => step.state !== 'done')?.id;
  return {
    ...submission,
    state: 'failed',
    steps: submission.steps.map((step) =>
      step.id === stuck
        ? {
            ...step,
            problem: {
              kind: 'unexpected',
              message:
                'The browser stopped while this was being written. Nothing is lost. Try again: what has already arrived is looked up first and not written twice.',
            },
          }
        : step,
    ),
  };
}
