// What the background answers each request with, and how pages may know a connection and the ways to make one.
import type {
  Account,
  FieldDefinition,
  KeyGuide,
  People,
  Preparation,
  ReviewOptions,
  SignInField,
  WayKind,
} from '../crm/shared/crm';
import type { Ask, Reach } from '../crm/shared/host-permissions';
import type { KeptError } from '../diagnostics/error-log';
import type { Playbook } from '../playbook/schema';
import type { Problem } from '../problem/problem';
import type { Draft } from '../qualification/answers/draft';
import type { Submission } from '../qualification/plan/submission';
import type { StageField, StageMapping } from '../record/mapping';
import type { Person } from '../record/record';
import type { Snapshot } from '../record/snapshot';
import type { Noted } from '../support/problem-log';
import type { Layout } from './layout';
import type { OutboxView, Queue, Withdrawn } from './queue';

/** A connection as pages may know it: never a key or token, only the last four characters of a pasted key. */
export type Connection = {
  crm: string;
  crmName: string;
  account: string;
  accountName: string;
  person: Person;
  /** Who signed in, where the CRM said it. */
  user: Person | null;
  way: WayKind;
  /** Empty for the other ways. */
  keyEnd: string;
  /** The CRM no longer takes the sign-in: everything is kept, and the rep has to sign in again. */
  signedOut: boolean;
  /** Where the rep begins in this account; null where the CRM names no such page. */
  start: { label: string; url: string } | null;
  connectedAt: string;
  missing: Account['missing'];
  /** What the browser must allow for this account; left out where the extension's own hosts do. */
  asks?: Ask;
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
      /** For which accounts the browser is asked first, from the click. */
      reach: Reach | null;
      /** Where the CRM sends the rep back to: the admin registers it there. */
      redirect: string;
      /** The team's policy is still being read: asked again, the answer has it. */
      unsettled?: true;
    }
  | {
      kind: 'session';
      label: string;
      help: string;
      /** What the browser is asked for first, from a click. */
      ask: Ask;
      /** Accounts that open tabs show now: one of them goes into `values.account`. */
      accounts: string[];
      /** Why the sessions of other open tabs can't be used: a sentence each. */
      barred: string[];
    };
export type CrmWays = { crm: string; crmName: string; ways: Way[] };

export type ActivePlaybook = { playbook: Playbook; hash: string; origin: string };

/** What of an account stays on this computer after it was disconnected, unless the rep has it removed: counts. */
export type Left = { drafts: number; over: number; unsent: number };

/** What each request is answered with, inside a Result. */
export type Answers = {
  'page.hello': { layout: Layout };
  'page.frame': null;
  'panel.hello': null;
  'page.layout': { layout: Layout };
  'panel.layout': { layout: Layout };
  'panel.leave': null;
  'panel.close': null;
  'record.read': Snapshot;
  'record.kept': Snapshot | null;
  'record.follow': null;
  'members.read': People;
  'draft.load': Draft | null;
  /** null: saved. A draft: another window has saved this one since `base`, and nothing was changed. */
  'draft.save': Draft | null;
  'draft.drop': null;
  /** `together`: this CRM takes all writes of a submission in one call. */
  'review.options': { options: ReviewOptions; mapping: StageMapping; person: Person; together: boolean };
  'review.fields': FieldDefinition[];
  'submission.send': Submission;
  'submission.retry': Submission;
  'submission.last': Submission | null;
  'submission.open': Submission[];
  'submission.get': Submission | null;
  'submission.withdraw': Withdrawn;
  'submission.replace': Submission;
  'outbox.wake': null;
  'outbox.read': OutboxView;
  'outbox.retry': Submission;
  'outbox.withdraw': Withdrawn;
  'outbox.dismiss': null;
  'playbook.active': ActivePlaybook;
  'playbooks.all': ActivePlaybook[];
  'playbook.choose': ActivePlaybook;
  'page.open': null;
  'queue.read': Queue;
  'queue.open': null;
  /** false: the page is older than the extension, and has to be loaded again first. */
  'queue.here': { reached: boolean };
  'connections.list': Connection[];
  'connections.ways': CrmWays[];
  'connections.check': { account: Account; people: Person[] };
  'connections.save': Connection;
  'connections.begin': { pending: string; account: Account; people: Person[] };
  'connections.finish': Connection;
  'connections.again': Connection;
  'connections.person': Connection;
  'connections.people': Person[];
  /** How many: records with answers in hand, decisions that are over, decisions that are still to be written. */
  'connections.left': Left;
  /** null: all of it is done. Otherwise it is removed here, and the CRM could not be told to end the sign-in. */
  'connections.remove': { notEnded: Problem } | null;
  'connections.test': null;
  'diagnostics.read': { allowances: OutboxView['allowances']; problems: Noted[]; errors: KeptError[] };
  'diagnostics.error': null;
  'diagnostics.clear': null;
  /** Which CRMs could not be told to end their sign-in, and why; it is removed here all the same. */
  'everything.clear': { notEnded: { accountName: string; crmName: string; problem: Problem }[] };
  'mapping.get': { fields: StageField[]; mapping: StageMapping; proposed: StageMapping };
  'mapping.save': null;
};
