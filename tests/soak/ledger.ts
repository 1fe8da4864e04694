// The run's book: each submission, what was done to it, and what was heard of it.
import type { Problem } from '../../lib/problem/problem.ts';
import type { Submission } from '../../lib/qualification/plan/submission.ts';
import { refKey } from '../../lib/record/record.ts';
import { Book, type Pressed } from './pressing/book.ts';

export type Entry = {
  number: number;
  submission: Submission;
  record: string;
  /** The page it was sent from first, and the place among those that were sent from there. */
  page: number;
  nth: number;
  firstSentAt: number;
  sends: number;
  /** When the extension answered that it has it. */
  keptAt: number | null;
  /** Why it was refused, where it was: the rep reads that. */
  refused: Problem | null;
  /** What the rep did to it at last. */
  withdrawn: boolean;
  /** Written without anybody's trying again. */
  byItself: boolean;
};

export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** What was pressed in the sidebar. */
  readonly pressed = new Book();
  readonly #begun = Date.now();
  readonly #lines: { at: number; id: string | null; text: string }[] = [];
  /** Why visits broke off that were not got through at last, by their number. */
  readonly breaks = new Map<number, string>();
  #sent = 0;

  add(number: number, submission: Submission, page: number): Entry {
    this.#sent += 1;
    const entry: Entry = {
      number,
      submission,
      record: refKey(submission.ref),
      page,
      nth: this.#sent,
      firstSentAt: Date.now(),
      sends: 0,
      keptAt: null,
      refused: null,
      withdrawn: false,
      byItself: false,
    };
    this.entries.set(submission.id, entry);
    return entry;
  }

  /** Something happened: to one submission, or to all. */
  tell(text: string, id: string | null = null): void {
    this.#lines.push({ at: Date.now() - this.#begun, id, text });
  }

  broken(visit: number, why: string): void {
    this.breaks.set(visit, why);
    this.tell(why);
  }

  /** What happened to this submission, and around it to its record and to the browser. */
  story({ submission, record }: Entry): string {
    const same = new Set(
      [...this.entries.values()].filter((one) => one.record === record).map((one) => one.submission.id),
    );
    return this.#storyOf(submission.id, same);
  }

  /** The same of a visit that was made in the sidebar. */
  storyPressed({ record, rows }: Pressed): string {
    return this.#storyOf(record, new Set([record, ...rows.keys()]));
  }

  #storyOf(main: string, all: ReadonlySet<string>): string {
    const own = this.#lines.filter(({ id }) => id === main).map(({ at }) => at);
    const [from, to] = [Math.min(...own) - 3000, Math.max(...own) + 3000];
    return this.#lines
      .filter(({ id, at }) => (id === null ? at >= from && at <= to : all.has(id)))
      .map(
        ({ at, id, text }) =>
          `  ${(at / 1000).toFixed(1).padStart(7)} s  ${id?.slice(0, 8) ?? '   -    '}  ${text}`,
      )
      .join('\n');
  }

  seconds(): number {
    return (Date.now() - this.#begun) / 1000;
  }
}
