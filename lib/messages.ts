// The protocol between the pages, the content script and the background: every message, and who may send it.
import * as v from 'valibot';
import type {
  Account,
  FieldDefinition,
  KeyGuide,
  Member,
  Preparation,
  ReviewOptions,
  SignInField,
  WayKind,
} from './crm/crm';
import type { Layout } from './layout';
import { LayoutSchema } from './layout';
import type { Playbook } from './playbook/schema';
import type { Problem, Result } from './problem';
import type { Draft } from './qualification/draft';
import { DraftSchema } from './qualification/draft';
import type { StageField, StageMapping } from './qualification/mapping';
import { StageMappingSchema } from './qualification/mapping';
import type { Person, Place } from './qualification/record';
import { PersonSchema, RecordRefSchema } from './qualification/record';
import type { Snapshot } from './qualification/snapshot';
import type { Submission } from './qualification/submission';
import { SubmissionSchema } from './qualification/submission';

/** Who sends: see senders.ts. page: content script; sidebar: our frame in a CRM tab; trusted: our top-level pages. */
export type Sender = 'page' | 'sidebar' | 'trusted';

const ref = v.strictObject({ ref: RecordRefSchema });
const none = v.strictObject({});
const one = v.strictObject({ crm: v.string(), account: v.string() });
/** What a rep types before a sign-in, by the field's id. */
const typed = v.record(v.pipe(v.string(), v.maxLength(60)), v.pipe(v.string(), v.maxLength(2000)));

/** Every request: who may send it, and the shape of what comes with it. */
export const requests = {
  /** The content script says hello and asks how the sidebar shall stand. */
  'page.hello': { from: ['page'], body: none },
  'page.layout': { from: ['page'], body: v.strictObject({ layout: v.partial(LayoutSchema) }) },
  'panel.layout': { from: ['sidebar'], body: v.strictObject({ layout: v.partial(LayoutSchema) }) },
  /** Gives the keyboard back to the CRM page without closing. */
  'panel.leave': { from: ['sidebar'], body: none },
  'panel.close': { from: ['sidebar'], body: none },
  'record.read': { from: ['sidebar'], body: ref },
  /** Takes the tab to the record that a written submission led to; its address is the background's own. */
  'record.follow': {
    from: ['sidebar'],
    body: v.strictObject({ ref: RecordRefSchema, submission: v.string() }),
  },
  'members.read': { from: ['sidebar'], body: ref },
  'draft.load': { from: ['sidebar'], body: ref },
  'draft.save': { from: ['sidebar'], body: v.strictObject({ draft: DraftSchema }) },
  'draft.drop': { from: ['sidebar'], body: ref },
  'review.options': { from: ['sidebar'], body: ref },
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
  /** The newest submission of a record that is not finished, or finished in this browser session. */
  'submission.last': { from: ['sidebar'], body: ref },
  'playbook.active': { from: ['sidebar', 'trusted'], body: none },
  'page.open': {
    from: ['sidebar', 'trusted'],
    body: v.strictObject({
      page: v.picklist(['welcome', 'console']),
      section: v.optional(v.picklist(['connections', 'mapping', 'playbook'])),
    }),
  },
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
    body: v.strictObject({ crm: v.string(), account: v.string(), person: PersonSchema }),
  },
  'connections.people': { from: ['trusted'], body: one },
  'connections.remove': { from: ['trusted'], body: one },
  'mapping.get': { from: ['trusted'], body: one },
  'mapping.save': {
    from: ['trusted'],
    body: v.strictObject({ crm: v.string(), account: v.string(), mapping: StageMappingSchema }),
  },
} as const satisfies Record<string, { from: readonly Sender[]; body: v.GenericSchema }>;

/** A connection as pages may know it: never a key or token, only the last four characters of a pasted key. */
export type Connection = {
  crm: string;
  crmName: string;
  account: string;
  accountName: string;
  person: Person;
  way: WayKind;
  /** Empty for the other ways. */
  keyEnd: string;
  /** The CRM no longer takes the sign-in: everything is kept, and the rep has to sign in again. */
  signedOut: boolean;
  /** Where the rep begins in this account; null where the CRM names no such page. */
  start: { label: string; url: string } | null;
  connectedAt: string;
  missing: Account['missing'];
};

/** A way to sign in as pages may know it: its words, and what to ask the rep and the browser for. */
export type Way =
  | { kind: 'key'; label: string; help: string; guide: KeyGuide | null }
  | {
      kind: 'oauth';
      label: string;
      help: string;
      guide: Preparation | null;
      /** `given`: the value that the team's policy sets, which can't be changed here. */
      fields: (SignInField & { given: string | null })[];
      /** Where the CRM sends the rep back to: the admin registers it there. */
      redirect: string;
    }
  | {
      kind: 'session';
      label: string;
      help: string;
      /** What the browser is asked for first, from a click. */
      ask: { permissions: ['cookies']; origins: string[] };
      /** Accounts that open tabs show now: one of them goes into `values.account`. */
      accounts: string[];
    };
export type CrmWays = { crm: string; crmName: string; ways: Way[] };

export type ActivePlaybook = { playbook: Playbook; hash: string; origin: string };

/** What each request is answered with, inside a Result. */
export type Answers = {
  'page.hello': { layout: Layout };
  'page.layout': { layout: Layout };
  'panel.layout': { layout: Layout };
  'panel.leave': null;
  'panel.close': null;
  'record.read': Snapshot;
  'record.follow': null;
  'members.read': { title: string; members: Member[] };
  'draft.load': Draft | null;
  'draft.save': null;
  'draft.drop': null;
  /** `together`: this CRM takes all writes of a submission in one call. */
  'review.options': { options: ReviewOptions; mapping: StageMapping; person: Person; together: boolean };
  'review.fields': FieldDefinition[];
  'submission.send': Submission;
  'submission.retry': Submission;
  'submission.last': Submission | null;
  'playbook.active': ActivePlaybook;
  'page.open': null;
  'connections.list': Connection[];
  'connections.ways': CrmWays[];
  'connections.check': { account: Account; people: Person[] };
  'connections.save': Connection;
  'connections.begin': { pending: string; account: Account; people: Person[] };
  'connections.finish': Connection;
  'connections.again': Connection;
  'connections.person': Connection;
  'connections.people': Person[];
  /** null: all of it is done. Otherwise it is removed here, and the CRM could not be told to end the sign-in. */
  'connections.remove': { notEnded: Problem } | null;
  'mapping.get': { fields: StageField[]; mapping: StageMapping; proposed: StageMapping };
  'mapping.save': null;
};

export type RequestName = keyof typeof requests & keyof Answers;
export type RequestBody<N extends RequestName> = v.InferOutput<(typeof requests)[N]['body']>;
export type Reply<N extends RequestName> = Result<Answers[N]>;

/** What the background pushes to a sidebar over its port (named PORT), without being asked. */
export const PORT = 'sidebar';
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
  | { push: 'layout'; layout: Layout }
  | { push: 'problem'; problem: Problem };

/** What the background tells a content script. */
export type PageCommand =
  | { command: 'layout'; layout: Layout }
  /** The rep used the browser's own shortcut (key) or button: the page knows whether its sidebar is open. */
  | { command: 'toggle'; key: boolean }
  | { command: 'focus-page' };
