// The submissions that are not over, in memory: in the order in which they came, and in a line for each record.
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { dueAt } from './backoff';
import { curedBy, mayHaveActed } from './problems';
import { accountOf, isOver, linesOf, standsAt, touchedBy } from './records';

type Waiter = { resolve: (submission: Submission) => void; reject: (error: unknown) => void };

export type Entry = {
  readonly seq: number;
  readonly account: string;
  submission: Submission;
  lines: string[];
  touched: string[];
  /** Being delivered, or changed by the rep: nobody else begins with it. */
  busy: boolean;
  /** The rep wants it now. */
  pressed: boolean;
  /** Though the CRM wants to be left alone: they have seen that, and pressed. */
  insists: boolean;
  /** From when on it may go, by the engine's own clock (ms); null: something else than time must change. */
  due: number | null;
  /** Told once, when it is clear how it stands, or that it could not be kept. */
  waiters: Waiter[];
  /** How it stood when it was last told to anyone. */
  said: string;
};

/** Whoever pressed has been answered. */
export function calm(entry: Entry): void {
  entry.pressed = false;
  entry.insists = false;
}

export type Line = ReturnType<typeof createLine>;

/** The problem that a submission was stopped by; null where none was. */
export const problemIn = (submission: Submission): Problem | null => standsAt(submission)?.problem ?? null;

/** From when on it goes by itself, by what its row says: by the computer's clock, as `now` is. */
export function dueOf(submission: Submission, now: number): number | null {
  const problem = problemIn(submission);
  if (submission.state === 'failed' || isOver(submission)) return null;
  if (problem && curedBy(problem, 0) === 'sign-in') return null;
  return dueAt(submission.nextAt, problem, submission.tries ?? 0, now);
}

export function createLine() {
  const entries = new Map<string, Entry>();
  /** Of each record those that write it, in their order. */
  const lines = new Map<string, Entry[]>();
  const touched = new Map<string, number>();

  function leaveLines(entry: Entry): void {
    for (const key of entry.lines) {
      const left = (lines.get(key) ?? []).filter((one) => one !== entry);
      if (left.length > 0) lines.set(key, left);
      else lines.delete(key);
    }
  }

  function joinLines(entry: Entry): void {
    for (const key of entry.lines) {
      const line = lines.get(key) ?? [];
      const at = line.findIndex((one) => one.seq > entry.seq);
      lines.set(key, at < 0 ? [...line, entry] : [...line.slice(0, at), entry, ...line.slice(at)]);
    }
  }

  return {
    get: (id: string): Entry | undefined => entries.get(id),
    all: (): IterableIterator<Entry> => entries.values(),
    size: (): number => entries.size,
    add(submission: Submission, seq: number, due: number | null): Entry {
      const entry: Entry = {
        seq,
        account: accountOf(submission),
        submission,
        lines: linesOf(submission),
        touched: touchedBy(submission),
        busy: false,
        pressed: false,
        insists: false,
        due,
        waiters: [],
        said: '',
      };
      entries.set(submission.id, entry);
      joinLines(entry);
      return entry;
    },
    remove(entry: Entry): void {
      entries.delete(entry.submission.id);
      leaveLines(entry);
    },
    /** Another submission in the same place. */
    exchange(entry: Entry, submission: Submission): void {
      leaveLines(entry);
      entry.submission = submission;
      entry.lines = linesOf(submission);
      entry.touched = touchedBy(submission);
      joinLines(entry);
    },
    /** A write of the account got there: those for which its key was refused are due, for nobody need sign in. */
    keyWorks(account: string, now: number): void {
      for (const entry of entries.values())
        if (entry.account === account && problemIn(entry.submission)?.kind === 'key-refused') entry.due = now;
    },
    /** The network is back, or someone may have signed in: those that it helps are due. */
    cured({ network, signIn }: { network: boolean; signIn: boolean }, now: number): void {
      for (const entry of entries.values()) {
        const problem = problemIn(entry.submission);
        if (!problem || entry.busy || entry.submission.state !== 'waiting') continue;
        const cured = curedBy(problem, 0) === 'sign-in' ? signIn : network && mayHaveActed(problem);
        if (cured) entry.due = now;
      }
    },
    /** The one that has to be over first; null where it may go. */
    ahead(entry: Entry): Entry | null {
      for (const key of entry.lines) {
        const first = lines.get(key)?.[0];
        if (first && first !== entry) return first;
      }
      return null;
    },
    /** Whether one that runs now touches a record of it. */
    overlaps: (entry: Entry): boolean => entry.touched.some((key) => touched.has(key)),
    /** Holds all that it touches until the returned function is called. */
    hold(entry: Entry): () => void {
      const keys = entry.touched;
      for (const key of keys) touched.set(key, (touched.get(key) ?? 0) + 1);
      return () => {
        for (const key of keys) {
          const left = (touched.get(key) ?? 1) - 1;
          if (left > 0) touched.set(key, left);
          else touched.delete(key);
        }
      };
    },
  };
}
