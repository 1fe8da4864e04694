// The rep's queue as the popup gets it: what is unfinished, what waits to be written, what was written, and the day.
import * as v from 'valibot';
import type { Allowance } from '../crm/shared/crm';
import type { FirstMark } from '../playbook/first';
import type { Problem } from '../problem/problem';
import type { Submission } from '../qualification/plan/submission';
import type { RecordRef } from '../record/record';
import type { Day } from '../reports/day';

const time = v.pipe(v.string(), v.isoTimestamp());

/** Which day is asked for: the page in front of the rep knows their calendar and their clock. */
export const DayRangeSchema = v.strictObject({ from: time, to: time });

export type QueueRow = {
  /** One row of a kind for each record: its key. Of submissions that are not written there may be more: each one's id. */
  key: string;
  ref: RecordRef;
  /** '' where an older version did not keep it. */
  name: string;
  company: string;
  crmName: string;
  /** What tells its account apart from the others in the queue; '' where there is only one. */
  account: string;
  /** ISO time: last touched, confirmed, written. */
  at: string;
  /** The playbook's mark that puts them before all others: they stand first in each list. */
  first?: FirstMark;
};

/** An unfinished qualification: stages by name; `missing` as in its draft. `seen`: whether the draft says how far it is. */
export type DraftRow = QueueRow & {
  seen: boolean;
  stage: string | null;
  next: string | null;
  missing: number | null;
};

/**
 * A decision on its way, or stopped by `problem`; `target`: the stage or outcome by name. waiting: goes on by itself, at
 * `nextAt` (ISO) where that is known; writing: right now; failed: wants the rep. Several of one record are several rows.
 */
export type UnsentRow = QueueRow & {
  id: string;
  target: string;
  state: 'waiting' | 'writing' | 'failed';
  nextAt: string | null;
  /** A try whose answer was lost may still arrive: it isn't sent again before that is over. */
  mayArrive?: true;
  /** How often it was stopped by something that passes. */
  tries: number;
  problem: Problem | null;
};
export type WrittenRow = QueueRow & { target: string };

/** A decision that waited, and is no longer in this browser's storage: the rep has to look at the record. */
export type LostRow = { id: string; ref: RecordRef; name: string; at: string };

/** A row of the outbox that this version can't read. It is kept as it is, and not written. `record`: its record's key, '' where unknown. */
export type UnreadableRow = { id: string; record: string; at: string | null };

/** The page in front: a page of a CRM; `open`: its sidebar is. */
export type Here = { open: boolean };

/** Each list newest first, after those with a `first`. `here` null: no page of a CRM in front. */
export type Queue = {
  connected: boolean;
  here: Here | null;
  unsent: UnsentRow[];
  lost: LostRow[];
  unreadable: UnreadableRow[];
  /** Unfinished qualifications that this version can't read: each begins anew with its record's next answer. */
  unreadableDrafts: number;
  drafts: DraftRow[];
  written: WrittenRow[];
  day: Day;
};

/** `arrived`: the steps that were done before; `unknown`: those that may have happened, and nobody can tell. By id. */
export type Withdrawn = { submission: Submission; arrived: string[]; unknown: string[] };

/** The outbox as our own pages may know it. */
export type OutboxView = {
  open: Submission[];
  lost: LostRow[];
  unreadable: UnreadableRow[];
  /** What each account's CRM last said that it still allows; only of accounts that were asked in this worker's life. */
  allowances: { crm: string; account: string; allowance: Allowance }[];
};

/** A BroadcastChannel of our own origin: says that the queue may read otherwise now, and nothing else. */
export const QUEUE_CHANNEL = 'queue';
