// The protocol between the pages, the content script and the background: every message, and who may send it.
import * as v from 'valibot';
import { ErrorRowSchema } from '../diagnostics/error-schema';
import type { Problem, Result } from '../problem/problem';
import { type Draft, DraftSchema, RevisionSchema } from '../qualification/answers/draft';
import { type Submission, SubmissionSchema } from '../qualification/plan/submission';
import { StageMappingSchema } from '../record/mapping';
import { PersonSchema, type Place, RecordRefSchema } from '../record/record';
import type { Snapshot } from '../record/snapshot';
import { recordOf } from '../util/schema';
import { WholeTextSchema } from '../util/whole-text';
import { type Layout, LayoutSchema, PageChangeSchema } from './layout';
import { DayRangeSchema } from './queue';
import type { Answers, Connection } from './responses';

export type { OutboxView, Withdrawn } from './queue';
export type { ActivePlaybook, Answers, Connection, CrmWays, Left, Way } from './responses';

/** Who sends: see senders.ts. page: content script; sidebar: our frame in a CRM tab; trusted: our top-level pages. */
export type Sender = 'page' | 'sidebar' | 'trusted';

const ref = v.strictObject({ ref: RecordRefSchema });
const none = v.strictObject({});
const one = v.strictObject({ crm: WholeTextSchema, account: WholeTextSchema });
/** What a rep types before a sign-in, by the field's id. */
const typed = recordOf(v.pipe(v.string(), v.maxLength(60)), v.pipe(v.string(), v.maxLength(2000)));

/** Every request: who may send it, and the shape of what comes with it. */
export const requests = {
  /** The content script says hello and asks how the sidebar shall stand. */
  'page.hello': { from: ['page'], body: none },
  'page.layout': { from: ['page'], body: v.strictObject({ layout: PageChangeSchema }) },
  /** The word of a frame that the content script is putting up; that frame alone is told it too. */
  'page.frame': { from: ['page'], body: v.strictObject({ word: v.pipe(v.string(), v.uuid()) }) },
  /** A frame says the word that it was told. Before that the background answers it nothing (frames.ts). */
  'panel.hello': { from: ['sidebar'], body: v.strictObject({ word: v.pipe(v.string(), v.uuid()) }) },
  'panel.layout': { from: ['sidebar'], body: v.strictObject({ layout: v.partial(LayoutSchema) }) },
  /** Gives the keyboard back to the CRM page without closing. */
  'panel.leave': { from: ['sidebar'], body: none },
  'panel.close': { from: ['sidebar'], body: none },
  'record.read': { from: ['sidebar'], body: ref },
  'record.kept': { from: ['sidebar'], body: ref },
  /** Takes the tab to the record that a written submission led to; its address is the background's own. */
  'record.follow': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, submission: v.string() }),
  },
  'members.read': { from: ['sidebar'], body: ref },
  'draft.load': { from: ['sidebar'], body: ref },
  /** `base`: revision of the draft that the sender began with; null where it knows of none. */
  'draft.save': {
    from: ['sidebar'],
    body: v.strictObject({ draft: DraftSchema, base: v.nullable(RevisionSchema) }),
  },
  /** Throws this revision of the draft away; a later one stays. */
  'draft.drop': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, revision: RevisionSchema }),
  },
  /** `decision`: the stage or outcome that the rep is about to confirm. */
  'review.options': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, decision: v.optional(v.string()) }),
  },
  'review.fields': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, fields: v.pipe(v.array(v.string()), v.maxLength(40)) }),
  },
  'submission.send': { from: ['sidebar'], body: v.strictObject({ submission: SubmissionSchema }) },
  /** Goes on with what did not get through; `allow`: what the rep has seen meanwhile and allows ('duplicates'). */
  'submission.retry': {
    from: ['sidebar'],
    body: v.strictObject({
      ref: RecordRefSchema,
      id: v.string(),
      allow: v.optional(v.array(v.picklist(['duplicates']))),
    }),
  },
  /** The submission of a record to show: one that wants the rep, else the newest that is not over, else the last that was written. */
  'submission.last': { from: ['sidebar'], body: ref },
  /** Every submission of a record that is not finished, in the order in which they are written. */
  'submission.open': { from: ['sidebar'], body: ref },
  /** What is kept under an id, over or not; null: nothing. Asked where an answer about it was lost. */
  'submission.get': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, id: v.string() }),
  },
  /**
   * Takes back a submission that is not being written right now. What has arrived stays, and the draft stays. Where
   * nothing is kept under its id, `unsent` is what the sender knows of it: that is kept as taken back, so that a send
   * which is still on its way comes too late.
   */
  'submission.withdraw': {
    from: ['sidebar'],
    body: v.strictObject({
      ref: RecordRefSchema,
      id: v.string(),
      unsent: v.optional(SubmissionSchema),
    }),
  },
  /**
   * The rep's edited submission in the place of one that failed or waits. It must carry the id of the one it replaces
   * (`id`), in its note too: what was made under that id stays made, and is not made twice.
   */
  'submission.replace': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, id: v.string(), submission: SubmissionSchema }),
  },
  /** The network is back, or a page of ours was opened: what waits for that goes on. Sent on the window's 'online'. */
  'outbox.wake': { from: ['sidebar', 'trusted'], body: none },
  /** All that is not finished, of every record. */
  'outbox.read': { from: ['trusted'], body: none },
  /** Tries one again now. */
  'outbox.retry': { from: ['trusted'], body: v.strictObject({ id: v.string() }) },
  /** Takes one back, as 'submission.withdraw' does. */
  'outbox.withdraw': { from: ['trusted'], body: v.strictObject({ id: v.string() }) },
  /** The rep has seen that this one is lost from the browser's storage: it is told no more. */
  'outbox.dismiss': { from: ['trusted'], body: v.strictObject({ id: v.string() }) },
  'playbook.active': { from: ['sidebar', 'trusted'], body: none },
  /** Every playbook at hand, the active one too, to compare what they say. */
  'playbooks.all': { from: ['sidebar', 'trusted'], body: none },
  /** Uses another built-in playbook in this browser; every open sidebar follows. */
  'playbook.choose': { from: ['trusted'], body: v.strictObject({ id: v.string() }) },
  'page.open': {
    from: ['sidebar', 'trusted'],
    body: v.strictObject({
      page: v.picklist(['welcome', 'console']),
      section: v.optional(v.picklist(['connections', 'mapping', 'diagnostics', 'playbook'])),
      /** The account that the section shall bring into view. */
      account: v.optional(one),
    }),
  },
  /** The rep's queue, with what was done on one day. */
  'queue.read': { from: ['trusted'], body: v.strictObject({ day: DayRangeSchema }) },
  /** Opens a record, or goes to the tab that shows it, with its sidebar; its address is the background's own. */
  'queue.open': { from: ['trusted'], body: ref },
  /** Opens the sidebar of the page in front; `reload`: loads that page first. */
  'queue.here': { from: ['trusted'], body: v.strictObject({ reload: v.boolean() }) },
  'connections.list': { from: ['trusted'], body: none },
  /** Which CRMs there are, and how each can be signed in to. */
  'connections.ways': { from: ['trusted'], body: none },
  'connections.check': {
    from: ['trusted'],
    body: v.strictObject({ crm: v.string(), key: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)) }),
  },
  /** Keeps a key that was checked, under its account, with who the rep is. */
  'connections.save': {
    from: ['trusted'],
    body: v.strictObject({
      crm: v.string(),
      key: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
      person: PersonSchema,
    }),
  },
  /** Signs in and keeps what came of it aside, under an id, until the rep has said who they are. */
  'connections.begin': {
    from: ['trusted'],
    body: v.strictObject({ crm: v.string(), way: v.picklist(['oauth', 'session']), values: typed }),
  },
  'connections.finish': {
    from: ['trusted'],
    body: v.strictObject({ pending: v.pipe(v.string(), v.uuid()), person: PersonSchema }),
  },
  /** Signs in anew to an account that is connected, the same way as before; the rest of it stays. */
  'connections.again': { from: ['trusted'], body: one },
  'connections.person': {
    from: ['trusted'],
    body: v.strictObject({ ...one.entries, person: PersonSchema }),
  },
  'connections.people': { from: ['trusted'], body: one },
  /** What of this account stays on this computer when it is disconnected. */
  'connections.left': { from: ['trusted'], body: one },
  /** `also`: what goes besides. over: answers in hand, and decisions that are over; all: those still to be written too. */
  'connections.remove': {
    from: ['trusted'],
    body: v.strictObject({ ...one.entries, also: v.nullable(v.picklist(['over', 'all'])) }),
  },
  /** Whether the connection works now: one cheap read, and no write. */
  'connections.test': { from: ['trusted'], body: one },
  /** What the CRMs told of the calls that are left, and recent problems by their codes. */
  'diagnostics.read': { from: ['trusted'], body: none },
  /** An error that a page of ours caught and did not pass on; it is kept for the Diagnostics page. */
  'diagnostics.error': { from: ['sidebar', 'trusted'], body: v.strictObject({ row: ErrorRowSchema }) },
  /** Deletes the recent problems and errors. */
  'diagnostics.clear': { from: ['trusted'], body: none },
  /** Disconnects every account and deletes all that is kept in this browser; refused while a decision is being written. */
  'everything.clear': { from: ['trusted'], body: none },
  'mapping.get': { from: ['trusted'], body: one },
  'mapping.save': {
    from: ['trusted'],
    body: v.strictObject({ ...one.entries, mapping: StageMappingSchema }),
  },
} as const satisfies Record<string, { from: readonly Sender[]; body: v.GenericSchema }>;

export type RequestName = keyof typeof requests & keyof Answers;
export type RequestBody<N extends RequestName> = v.InferOutput<(typeof requests)[N]['body']>;
export type Reply<N extends RequestName> = Result<Answers[N]>;

/** What the background pushes to a sidebar over its port (port.ts), without being asked. */
export type Push =
  /** The tab went to another page, or what can be done there changed (connected, disconnected, other playbook). */
  | {
      push: 'place';
      place: Place | null;
      connection: Connection | null;
      accounts: Connection[];
      layout: Layout;
    }
  /** A part of a read under way: the first paint. */
  | { push: 'snapshot'; snapshot: Snapshot }
  /** A submission of the record in view went on. */
  | { push: 'submission'; submission: Submission }
  /** Another window saved the draft of a record that this one has shown. */
  | { push: 'draft'; draft: Draft }
  | { push: 'layout'; layout: Layout }
  | { push: 'problem'; problem: Problem };

/** What the background tells a content script. */
export type PageCommand =
  | { command: 'layout'; layout: Layout }
  /** The rep used the browser's own shortcut (key): the page knows whether its sidebar is open. */
  | { command: 'toggle'; key: boolean }
  | { command: 'focus-page' };

/** A command as it is on its way. `at`: when it was said, epoch ms. A page that is busy hears of it late. */
export type Told = PageCommand & { at: number };
