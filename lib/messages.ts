// The protocol between the pages, the content script and the background: every message, and who may send it.
import * as v from 'valibot';
import type { Account, FieldDefinition, Member, ReviewOptions } from './crm/crm';
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
  'submission.retry': { from: ['sidebar'], body: v.strictObject({ ref: RecordRefSchema, id: v.string() }) },
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
  'connections.person': {
    from: ['trusted'],
    body: v.strictObject({ crm: v.string(), account: v.string(), person: PersonSchema }),
  },
  'connections.people': { from: ['trusted'], body: v.strictObject({ crm: v.string(), account: v.string() }) },
  'connections.remove': { from: ['trusted'], body: v.strictObject({ crm: v.string(), account: v.string() }) },
  'mapping.get': { from: ['trusted'], body: v.strictObject({ crm: v.string(), account: v.string() }) },
  'mapping.save': {
    from: ['trusted'],
    body: v.strictObject({ crm: v.string(), account: v.string(), mapping: StageMappingSchema }),
  },
} as const satisfies Record<string, { from: readonly Sender[]; body: v.GenericSchema }>;

/** A connection as pages may know it: never the key, only its last four characters. */
export type Connection = {
  crm: string;
  crmName: string;
  account: string;
  accountName: string;
  person: Person;
  keyEnd: string;
  connectedAt: string;
  missing: Account['missing'];
};

export type ActivePlaybook = { playbook: Playbook; hash: string; origin: string };

/** What each request is answered with, inside a Result. */
export type Answers = {
  'page.hello': { layout: Layout };
  'page.layout': { layout: Layout };
  'panel.layout': { layout: Layout };
  'panel.leave': null;
  'panel.close': null;
  'record.read': Snapshot;
  'members.read': { title: string; members: Member[] };
  'draft.load': Draft | null;
  'draft.save': null;
  'draft.drop': null;
  'review.options': { options: ReviewOptions; mapping: StageMapping; person: Person };
  'review.fields': FieldDefinition[];
  'submission.send': Submission;
  'submission.retry': Submission;
  'submission.last': Submission | null;
  'playbook.active': ActivePlaybook;
  'page.open': null;
  'connections.list': Connection[];
  'connections.check': { account: Account; people: Person[] };
  'connections.save': Connection;
  'connections.person': Connection;
  'connections.people': Person[];
  'connections.remove': null;
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
