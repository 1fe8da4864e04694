// The book of what was pressed in the sidebar: what the rep confirmed, in which words, and what they were told last.

import type { Submission } from '../../../lib/qualification/plan/submission.ts';
import { type RecordRef, refKey } from '../../../lib/record/record.ts';
import type { Way } from './plan.ts';

/**
 * What the sidebar said last. `kept`: it waits on this computer. `stopped`: not written yet. `taken back in part`: what is
 * written stays, or nobody knows. `not known`: it has said nothing of it.
 */
export type Told = 'not known' | 'written' | 'kept' | 'stopped' | 'taken back' | 'taken back in part';

export type Pressed = {
  number: number;
  name: string;
  ref: RecordRef;
  record: string;
  way: Way;
  /** Confirmed so often, each time in words of its own where the rep had changed it. */
  confirmed: number[];
  told: Told;
  /** The sidebar has said that a part of the change came too late. */
  saidLate: boolean;
  /** The rep at the popup took it back. */
  atPopup: boolean;
  did: Set<Way>;
  /** Stage values of the record before anything was decided. */
  before: string;
  /** What the outbox has kept of it, by id. */
  rows: Map<string, Submission>;
};

/** Stands in the note of each, so that it is found in the CRM whatever id it has. */
export const wording = (visit: number, times: number): string => `Pressed visit ${visit}, wording ${times}.`;
export const WORDING = /Pressed visit (\d+), wording (\d+)\./;

export class Book {
  readonly all = new Map<number, Pressed>();
  /** Records at which a rep is now: nobody else touches what waits there. */
  readonly atHand = new Set<string>();

  /** The entry of a visit, a new one where there is none. */
  of(number: number, name: string, ref: RecordRef, way: Way, before: () => string): Pressed {
    const known = this.all.get(number);
    if (known) return known;
    const one: Pressed = {
      ...{ number, name, ref, record: refKey(ref), way, before: before() },
      ...{ confirmed: [], told: 'not known', saidLate: false, atPopup: false },
      ...{ did: new Set<Way>(), rows: new Map<string, Submission>() },
    };
    this.all.set(number, one);
    return one;
  }

  /** Takes in what the outbox keeps. */
  learn(rows: readonly Submission[]): void {
    for (const row of rows) this.at(refKey(row.ref))?.rows.set(row.id, row);
  }

  at(record: string): Pressed | undefined {
    return [...this.all.values()].find((one) => one.record === record);
  }

  /** Of how many something was done in the sidebar. */
  count(way: Way): number {
    return [...this.all.values()].filter(({ did }) => did.has(way)).length;
  }
}
