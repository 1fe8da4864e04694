// What the sidebar knows: one sheet per record, so that nothing of one record can show on another.
import type { FieldDefinition, People } from '@/lib/crm/shared/crm';
import type { Compiled } from '@/lib/playbook';
import type { Problem } from '@/lib/problem/problem';
import type { Layout } from '@/lib/protocol/layout';
import type { ActivePlaybook, Answers, Connection } from '@/lib/protocol/messages';
import type { CarriedOver } from '@/lib/qualification';
import type { Decision, Draft, NextStep, RepAnswer } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type Place, type RecordRef, refKey } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';

/** What takes the place under the ladder. Evidence lies beside the question, so it is not a view of its own. */
export type View =
  | { name: 'ask' }
  | { name: 'guidance' }
  | { name: 'outcome'; outcome: string }
  /** `row`: the playbook in hand; `open`: whether its reasons are shown. */
  | { name: 'compare'; row: number; open: boolean }
  | { name: 'review' }
  | { name: 'sending' };

export type Past = { criterion: string; before: RepAnswer | null };

/** What a key changed in the draft on its way to the review, as it was before: Esc gives it back. */
export type Left = {
  decision: Decision | null;
  next: Draft['next'];
  /** The task as it was drafted; null: none. What the rep has made of it is more than a key did. */
  drafted: NextStep | null;
  /** The "don't know" that the key put in, with its place among the answers given. */
  put: { criterion: string; answer: RepAnswer; past: Past } | null;
};

export type Sheet = {
  ref: RecordRef;
  snapshot: Snapshot | null;
  reading: boolean;
  readProblem: Problem | null;
  /** Clock time of the first paint, in ms; null before it. */
  paintedAt: number | null;
  /** null until the playbook is there. */
  draft: Draft | null;
  /** The draft as the store has it, as far as is known here; null: none. */
  kept: Draft | null;
  /** The stored draft has been looked for; nothing is saved over it before. */
  draftLoaded: boolean;
  saveProblem: Problem | null;
  /** What of the stored draft could not be kept when the playbook changed. */
  carried: CarriedOver | null;
  /** The criterion that the rep or the last answer put on the card; null: the verdict's own next. */
  current: string | null;
  /** Answers given, for undo: newest last. */
  past: Past[];
  view: View;
  /** How long the call was when that view was opened, for the note; null where the rep leaves it out. */
  callMinutes: number | null;
  /** The outcome that was taken back last: its reason, comment and day are offered again. */
  takenBack: Decision | null;
  left: Left | null;
  /** Tasks that the rep has changed and then left or put another in the place of: their key brings them back. */
  shelved: NextStep[];
  /** What was typed for the other kind of decision, stage or outcome: it comes back with that kind. */
  aside: Pick<Draft, 'noteText' | 'next'> | null;
  evidence: boolean;
  /** The search over criteria. `at`: the one that the rep chose of what was found; null: the best. */
  finding: { text: string; at: number | null } | null;
  /** The quote being typed, for which answer (null: there is none yet), and what that was before. */
  quoting: { criterion: string | null; text: string; before: RepAnswer | null } | null;
  submission: Submission | null;
  /** What the rep confirmed and the background has not said to have: it may be there, and its id is used again. */
  unsaid: Submission | null;
  /** The background has said what is on its way for this record; nothing new is confirmed before. */
  lastKnown: boolean;
  /** What was written of this record last, as far as this browser knows. */
  written: Submission | null;
  /** The submission that this sheet sent last, or found on its way when it was opened; others are another tab's. */
  confirmed: string | null;
  /** Why the background did not do, or did not say that it did, what was asked of it about the submission. */
  sendProblem: Problem | null;
  /** That, or `keptBack`, came while another record was in view: it is told there until this one is opened. */
  untold: boolean;
  /** A confirmed change of what was taken back elsewhere has not been sent after all: it is a draft again. */
  keptBack: boolean;
  /** Of what the rep took back, unasked because this page knew of nothing there, something is or may be in the CRM. */
  stayed: 'written' | 'unknown' | null;
  /** Properties that the CRM demanded, to be asked for in the review. */
  demanded: FieldDefinition[];
  /** Why the CRM did not take the last try, as far as the rep has not changed it since. */
  refused: Problem | null;
  /** The rep has tried to confirm this review: what is empty is pointed out from then on. */
  tried: boolean;
  /** The form whose warning the rep has acknowledged, by its id. */
  warningSeen: string | null;
  /** What the rep has agreed to, in the words that it was told in; null: nothing. */
  agreed: string | null;
  /** Fields where the rep keeps the CRM's newer value. */
  keepTheirs: string[];
};

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem }
  | { state: 'ready'; value: T };
export type ReviewData = Answers['review.options'];

export type MembersList = {
  key: string;
  list: Loaded<People>;
  current: number;
};

export type LoadedPlaybook = ActivePlaybook & { compiled: Compiled };

export type SidebarState = {
  /** The background has said where we are. */
  placed: boolean;
  place: Place | null;
  connection: Connection | null;
  accounts: Connection[];
  layout: Layout;
  playbook: Loaded<LoadedPlaybook>;
  /** Every playbook at hand, to compare; null until someone wants to. */
  playbooks: Loaded<LoadedPlaybook[]> | null;
  /** refKey of the sheet in view. */
  open: string | null;
  sheets: Record<string, Sheet>;
  members: MembersList | null;
  /** By account; by record where a CRM's options hold for one record only. */
  reviews: Record<string, Loaded<ReviewData>>;
  /** Something the background reported that belongs to no record. */
  problem: Problem | null;
  keysShown: boolean;
  menuShown: boolean;
};

export const firstState: SidebarState = {
  placed: false,
  place: null,
  connection: null,
  accounts: [],
  layout: { open: true, side: 'right', mode: 'push', width: 360 },
  playbook: { state: 'loading' },
  playbooks: null,
  open: null,
  sheets: {},
  members: null,
  reviews: {},
  problem: null,
  keysShown: false,
  menuShown: false,
};

export const emptySheet = (ref: RecordRef): Sheet => ({
  ref,
  snapshot: null,
  reading: false,
  readProblem: null,
  paintedAt: null,
  draft: null,
  kept: null,
  draftLoaded: false,
  saveProblem: null,
  carried: null,
  current: null,
  past: [],
  view: { name: 'ask' },
  callMinutes: null,
  takenBack: null,
  left: null,
  shelved: [],
  aside: null,
  evidence: false,
  finding: null,
  quoting: null,
  submission: null,
  unsaid: null,
  lastKnown: false,
  written: null,
  confirmed: null,
  sendProblem: null,
  untold: false,
  keptBack: false,
  stayed: null,
  demanded: [],
  refused: null,
  tried: false,
  warningSeen: null,
  agreed: null,
  keepTheirs: [],
});

/** The record that a sheet's answers are written to: its own, or the one that this has become. */
export const recordOf = ({ ref, snapshot }: Pick<Sheet, 'ref' | 'snapshot'>): RecordRef =>
  snapshot?.ref ?? ref;

/** The key of an account's review data; a record's own have its refKey. */
export const accountKey = (ref: Pick<RecordRef, 'crm' | 'account'>): string => `${ref.crm}/${ref.account}`;

/** The review data that hold for this record; undefined before they are asked for. */
export function reviewOf(
  state: Pick<SidebarState, 'reviews'>,
  ref: RecordRef,
): Loaded<ReviewData> | undefined {
  return state.reviews[refKey(ref)] ?? state.reviews[accountKey(ref)];
}
