// Takes confirmed submissions and carries each to the CRM, however long it takes: kept first, in order, never twice.
import { report, reported } from '@/lib/diagnostics/report';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { OutboxView, Withdrawn } from '@/lib/protocol/messages';
import type { LostRow } from '@/lib/protocol/queue';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type RecordRef, sameRef } from '@/lib/record/record';
import { replaced, told, withdrawn } from './edit';
import { createEngine } from './engine';
import type { EngineNeeds, Wake } from './engine-needs';
import type { Entry } from './line';
import { gone } from './problems';
import { isOver } from './records';

export type Outbox = {
  /**
   * Keeps it, begins to deliver it, and gives it once it is clear how it stands. The same id sent twice is one submission.
   * `still` is asked in the moment it takes its place, and throws where it is to have none.
   */
  send(submission: Submission, still?: () => void): Promise<Submission>;
  /** Goes on at once, once, whatever pause the CRM has asked for, if the order allows it; `allow` is added to what the rep allows. `ref` null: whatever its record is. */
  retry(ref: RecordRef | null, id: string, allow?: readonly string[]): Promise<Submission>;
  /** The record's submission to show: one that wants the rep, else the newest that is not over, else the last that was written. */
  last(ref: RecordRef): Promise<Submission | null>;
  /** What is kept under an id, over or not; null: nothing, so nothing was handed over. */
  get(ref: RecordRef, id: string): Promise<Submission | null>;
  /** Every submission that is kept and can be read, in the order in which they came. */
  all(): Promise<Submission[]>;
  /** The record's submissions that are not over, in the order in which they are written. */
  open(ref: RecordRef): Promise<Submission[]>;
  /**
   * Takes one back; again, where that was done before. Rejects where it is being written right now, or is written.
   * `unsent`: what is kept as taken back where nothing is kept under the id, so that a send of it that arrives later
   * finds it so.
   */
  withdraw(ref: RecordRef | null, id: string, unsent?: Submission, still?: () => void): Promise<Withdrawn>;
  /**
   * Begins with nothing of these any more, until the returned function is called; they can be taken back meanwhile.
   * Rejects with ProblemError where one of them is being written, or changed, right now.
   */
  pause(these: (submission: Submission) => boolean): Promise<() => void>;
  /** Takes their content out of those that were taken back and may arrive yet: only their place is kept. */
  strip(these: (submission: Submission) => boolean): Promise<void>;
  /** All rows are about to be deleted: nothing that is known of any is kept any more. */
  forget(): void;
  /** Delivers the rep's edited submission in the place of one that failed or waits. */
  replace(ref: RecordRef, id: string, edited: Submission): Promise<Submission>;
  /** Goes over what waits. Never rejects. */
  wake(why: Wake): Promise<void>;
  view(): Promise<OutboxView>;
  /** Everything that is not over, as it is known in memory. */
  unfinished(): Submission[];
  /** Whether anything is on its way right now. */
  busy(): boolean;
  /** Whether this life counts how long a lost call may still act. */
  counting(): boolean;
  /** Why the storage can't be used; null where it can. */
  broken(): Problem | null;
};

type Needs = EngineNeeds & { lost?: () => Promise<LostRow[]> };

export function createOutbox(needs: Needs): Outbox {
  const { store, now } = needs;
  const engine = createEngine(needs);
  const { line, present } = engine;

  async function entryOf(ref: RecordRef | null, id: string): Promise<Entry | null> {
    await engine.load();
    const entry = line.get(id);
    if (entry && ref && !sameRef(entry.submission.ref, ref)) throw gone();
    return entry ?? null;
  }

  /** Changes one that nobody writes now: alone, and on the row as it is. */
  async function change<T extends { submission: Submission }>(
    ref: RecordRef | null,
    id: string,
    work: (kept: Submission) => Promise<T>,
  ): Promise<{ entry: Entry; answer: T }> {
    const entry = await entryOf(ref, id);
    if (!entry) throw gone();
    if (entry.busy)
      throw new ProblemError({
        kind: 'in-use',
        message: 'It is being written right now. Wait until that is over.',
      });
    entry.busy = true;
    let changed = false;
    try {
      const answer = await engine.locked(entry, async () => {
        const kept = (await store.get(id)) ?? entry.submission;
        // All was cleared meanwhile.
        if (line.get(id) !== entry) throw gone();
        // Left by a worker that died: it may have sent something a moment ago.
        if (kept.state === 'writing') engine.fences.begin(id);
        if (isOver(kept)) {
          entry.submission = kept;
          throw gone();
        }
        return work(kept);
      });
      line.exchange(entry, answer.submission);
      changed = true;
      return { entry, answer };
    } finally {
      entry.busy = false;
      if (isOver(entry.submission)) engine.settle(entry, entry.submission);
      // Its time may have come meanwhile, and been passed over.
      if (!changed) engine.pump();
    }
  }

  /** The same answer as the first time; null where it is open after all, or was never to be taken back. */
  async function takenBefore(
    ref: RecordRef | null,
    id: string,
    unsent: Submission | undefined,
    still: (() => void) | undefined,
  ): Promise<Withdrawn | null> {
    if (unsent) {
      still?.();
      const { submission } = withdrawn(unsent, now(), 0);
      // It takes a number and no place in the line: nothing of it is to be written, and a send of it may have taken that.
      if (await store.add(submission, engine.number())) return told(submission);
    }
    const kept = await store.get(id);
    if (kept?.state !== 'withdrawn' || (ref && !sameRef(kept.ref, ref))) return null;
    return told(kept);
  }

  return {
    async send(submission, still) {
      await engine.load();
      still?.();
      const known = line.get(submission.id);
      if (known && !sameRef(known.submission.ref, submission.ref)) throw gone();
      if (known) return known.busy ? engine.standing(known) : engine.look(known);
      if (submission.state !== 'waiting' || submission.steps.some((step) => step.state !== 'waiting')) {
        throw new ProblemError({
          kind: 'invalid',
          message: 'This submission was begun before. Review the record again.',
        });
      }
      // Its place in the line is taken before anything is awaited, so that a second send joins this one.
      const entry = engine.enter(submission);
      entry.busy = true;
      const stands = engine.standing(entry);
      try {
        if (!(await store.add(submission, entry.seq))) {
          const kept = (await store.get(submission.id)) ?? submission;
          if (!sameRef(kept.ref, submission.ref)) throw gone();
          entry.busy = false;
          engine.settle(entry, kept);
          engine.pump();
          return present(kept);
        }
      } catch (error) {
        report(error, 'outbox.send');
        engine.leave(entry, error);
        return stands;
      }
      entry.busy = false;
      engine.press(entry);
      engine.changed();
      return stands;
    },
    async retry(ref, id, allow = []) {
      const entry = await entryOf(ref, id);
      if (!entry) {
        const kept = await store.get(id);
        const known = kept && present(kept);
        if (known && isOver(known) && (!ref || sameRef(known.ref, ref))) return known;
        throw gone();
      }
      if (entry.busy) return engine.standing(entry);
      const again = (of: Submission): Submission => ({
        ...allowing(of, allow),
        state: 'waiting',
        tries: 0,
        finishedAt: null,
      });
      if (entry.submission.state === 'failed') {
        try {
          await change(ref, id, async (kept) => {
            const submission = again(kept);
            await store.put(submission);
            return { submission };
          });
        } catch (error) {
          // Another worker got it there, or took it back.
          if (isOver(entry.submission)) return entry.submission;
          throw error;
        }
      } else entry.submission = again(entry.submission);
      const stands = engine.standing(entry);
      engine.press(entry, true);
      return stands;
    },
    async last(ref) {
      await engine.load();
      const oldestFirst = (await store.of(ref)).map(present);
      const wants = oldestFirst.find(({ state }) => state === 'failed');
      const open = oldestFirst.findLast((one) => !isOver(one));
      const written = oldestFirst.findLast(({ state }) => state === 'written');
      return wants ?? open ?? written ?? null;
    },
    async get(ref, id) {
      const entry = await entryOf(ref, id);
      if (entry) return engine.look(entry);
      const kept = await store.get(id);
      return kept && sameRef(kept.ref, ref) ? present(kept) : null;
    },
    async all() {
      await engine.load().catch(reported('outbox.outbox', undefined));
      return (await store.all()).map(present);
    },
    async open(ref) {
      await engine.load();
      return [...line.all()].filter(({ submission }) => sameRef(submission.ref, ref)).map(engine.look);
    },
    async withdraw(ref, id, unsent, still) {
      if (!(await entryOf(ref, id))) {
        const before = await takenBefore(ref, id, unsent, still);
        if (before) return before;
      }
      const { answer } = await change(ref, id, async (kept) => {
        const taken = withdrawn(kept, now(), engine.fences.left(kept));
        await store.put(taken.submission);
        return taken;
      });
      engine.pump();
      return answer;
    },
    async replace(ref, id, edited) {
      const { entry } = await change(ref, id, async (kept) => {
        const submission = replaced(kept, edited, now(), engine.fences.left(kept));
        await store.renew(submission);
        return { submission };
      });
      const stands = engine.standing(entry);
      engine.press(entry);
      return stands;
    },
    async pause(these) {
      await engine.load().catch(reported('outbox.pause', undefined));
      const over = engine.paused.add(({ submission }) => these(submission));
      const resume = () => {
        over();
        engine.pump();
      };
      if (![...line.all()].some(({ busy, submission }) => busy && these(submission))) return resume;
      resume();
      throw new ProblemError({
        kind: 'in-use',
        message: 'A decision is being written right now. Wait until that is over; nothing was deleted.',
      });
    },
    async strip(these) {
      await engine.load().catch(reported('outbox.strip', undefined));
      await engine.quiet.strip(these);
    },
    forget() {
      for (const entry of [...line.all()]) engine.leave(entry, gone());
      engine.forgetUnreadable();
      engine.quiet.forget();
      engine.ends.forget();
    },
    wake: (why) => engine.wake(why),
    async view() {
      await engine.load().catch(reported('outbox.outbox', undefined));
      return {
        open: this.unfinished(),
        lost: (await needs.lost?.()) ?? [],
        unreadable: engine.unreadable(),
        allowances: engine.allowances().map(([key, allowance]) => {
          const [crm = '', account = ''] = key.split('/').map(decodeURIComponent);
          return { crm, account, allowance };
        }),
      };
    },
    unfinished: () => [...line.all()].map(engine.look),
    busy: engine.busy,
    counting: engine.counting,
    broken: engine.broken,
  };
}

/** The same submission, with what the rep has allowed since; its id and its steps stay, so nothing can happen twice. */
function allowing(submission: Submission, allow: readonly string[]): Submission {
  const all = [...new Set([...(submission.allow ?? []), ...allow])];
  return all.length === 0 ? submission : { ...submission, allow: all };
}
