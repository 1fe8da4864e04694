// What every CRM must be able to do. The only thing the rest of the product knows of a CRM.
import type { Answers } from '@/lib/playbook/answer';
import type { FirstMark } from '@/lib/playbook/first';
import type { Problem } from '@/lib/problem/problem';
import type { FormField, ReviewForm } from '@/lib/qualification/plan/form';
import type { ReviewOptions } from '@/lib/qualification/plan/review-options';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import type { Controller, FieldKind, FieldOption } from '@/lib/record/field';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { Person, Place, RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import type { SignInWay } from './sign-in';

export type { Option, ReviewOptions } from '@/lib/qualification/plan/review-options';

/** Who a credential belongs to, and what it may do. */
export type Account = {
  /** Same as RecordRef.account: the portal's id or the org's host. */
  id: string;
  /** For people: "Portal 12345678". */
  name: string;
  timeZone: string;
  /** Who signed in, where that is a person of the CRM's; a pasted key belongs to nobody. */
  user?: Person;
  /** Things it may not do, each with what Stagecheck would use it for. */
  missing: { scope: string; need: 'must' | 'should'; purpose: string }[];
};

/** One person (or candidate) of a company, deal or lead page. `stage` is the CRM's, in its own words. */
export type Member = {
  ref: RecordRef;
  name: string;
  title: string;
  stages: { field: string; value: string; text: string }[];
  /**
   * What the newest evidence decided of them: a stage's or outcome's id, or what was kept. Only what counts on the opened
   * record too; left out where none is sure. `changed`: somebody changed that evidence since. `answers`: those that it
   * holds, where the read brought them along; they go no further than the background.
   */
  recorded?: { decision: string; at: string; changed?: true; answers?: Answers };
  /** The playbook's mark that puts them before all others; the background's, no CRM says it. Left out where none is known. */
  first?: FirstMark;
};

/**
 * The people of a company, deal or lead. `about`: that record itself, where what it says holds for all of them. `gaps`: what
 * could not be looked up; `unknown`: the people themselves, so that nobody knows whether there are any.
 * `itself`: the record is a person, who is its only member.
 */
export type People = {
  title: string;
  members: Member[];
  about?: Snapshot;
  gaps?: Snapshot['gaps'];
  unknown?: boolean;
  itself?: true;
};

/** The definition of a field that the CRM demands, so that the review can ask for it. */
export type FieldDefinition = {
  field: string;
  label: string;
  kind: FieldKind;
  options: FieldOption[];
  /** Left out: what it offers depends on no other field. */
  controller?: Controller;
  /** What the record holds in it now; left out where nobody knows, as of a record that is yet to be made. */
  value?: string;
};

/** What is known of a place from its URL alone; null: not a page of this CRM. Pure. */
export type Locate = (url: string) => Place | null;

/** What a session is opened on. The key is a pasted one, an access token or a session's id. */
export type Credential = {
  key: string;
  /** The connected account; before that the host that signed the rep in; null where nothing is known but the key. */
  account: string | null;
  /** The account of a page that is open: taken where the CRM doesn't say whose the key is. */
  page?: string | null;
  /** What the CRM wanted kept with the sign-in: Tokens.fields. */
  fields?: Record<string, string>;
  /**
   * A fresh key after the CRM refused the newest one with a 401; asked for at most once per request, and used for
   * the requests after it as well. Rejects with ProblemError: key-refused where the rep has to sign in again, a
   * passing kind (offline, ...) otherwise.
   */
  renew?: () => Promise<string>;
  /** Left out: nothing outlives the worker. */
  keep?: Keep;
};

/** A small store for how a CRM is set up, which outlives the worker and ends with the browser; for one sign-in alone. */
export type Keep = {
  /** As it was put there; null or undefined where there is nothing. To be parsed. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  clear(): Promise<void>;
};

/** What a CRM last said of the calls that the account may still make: `max` and `remaining` in a window of `windowMs`. */
export type Allowance = { max: number; remaining: number; windowMs: number; readAt: string };

/** What the CRM's clock said in an answer: epoch ms in whole seconds, and how many ms ago that was heard. */
export type CrmTime = { at: number; agoMs: number };

/** `by`: a person's name, or what it was ("a workflow"); '' where nobody can tell. */
export type LastChange = { by: string; at: string | null };

/** One open connection. Every method rejects with ProblemError and with nothing else. */
export type CrmSession = {
  /** Is the credential good, whose is it, what may it do? */
  check(): Promise<Account>;
  /** The account that the credential is good for (Account.id), at the least cost. Left out: `check` tells it. */
  whose?(): Promise<string>;
  /**
   * Whose the newest key is, at the least cost: asked once for each key, and anew for each that `renew` gave. Left out:
   * its keys are nobody's.
   */
  user?(): Promise<Person>;
  /** One cheap read that is answered only while the sign-in is good; never from memory. Left out: `check`. */
  ping?(): Promise<void>;
  people(): Promise<Person[]>;
  /** `ref`: as that record has them, where a CRM's options depend on the record. */
  stageFields(ref?: RecordRef): Promise<StageField[]>;
  /** `form`: the one whose questions are needed now; others may come without theirs. */
  reviewOptions(ref?: RecordRef, form?: string): Promise<ReviewOptions>;
  /**
   * Fields of an object, in the order asked, with the values that they offer to the record of this id, and to a new one
   * where none is named. What can't be looked up is asked for as text.
   */
  fieldDefinitions(of: { object: string; id?: string }, fields: string[]): Promise<FieldDefinition[]>;
  /**
   * Reads a person. `onPart` gets the first, incomplete snapshot; the promise gives the whole one. At most two round
   * trips. `fields` names facts of a team's own that a playbook asks for (hubspot:contacts.my_field); unknown ones are left out.
   */
  read(ref: RecordRef, onPart: (snapshot: Snapshot) => void, fields?: readonly string[]): Promise<Snapshot>;
  /** The people of a company, deal or lead. */
  members(ref: RecordRef): Promise<People>;
  /**
   * The record's own fields as they are this moment, '' for an empty one; what a submission is compared with. Fields of
   * other records are left out. `of`: the submission's own record; rejects with gone where `ref` is neither that nor one
   * that belongs beside it.
   */
  stageValues(ref: RecordRef, fields: string[], of?: RecordRef): Promise<Record<string, string>>;
  /** Whether two texts are the same value to this CRM, which may store one otherwise than it was typed. Left out: only the same text is. */
  sameValue?(one: string, other: string): boolean;
  /** Who changed these fields last, and when, by field, where the CRM tells: asked only after somebody did, and held as stageValues is. Left out: it doesn't. */
  lastChanges?(ref: RecordRef, fields: string[], of?: RecordRef): Promise<Record<string, LastChange>>;
  /** Whether a step of this submission has already happened: its result, or null. Asked before a step is repeated. */
  probe(submission: Submission, step: Step): Promise<Step['result']>;
  /**
   * `write` compares before it overwrites, in the same call, and rejects with 'changed' and the present values as
   * lib/background/outbox/compare does. Left out: it doesn't, and stageValues is asked first.
   */
  comparesItself?: boolean;
  /** Carries out one step and reads back what it wrote. A step in state 'waiting' was never sent before. */
  write(submission: Submission, step: Step): Promise<NonNullable<Step['result']>>;
  /** What the account may still call, from the headers of its last answer; null where none has said. Sends nothing. */
  allowance?(): Allowance | null;
  /**
   * The CRM's own clock, from the last answer that was one of its API's; null where none has told it. Sends nothing. Left
   * out: it tells no time.
   */
  time?(): CrmTime | null;
};

export type OpenSession = (credential: Credential) => CrmSession;

export type Crm = {
  id: string;
  name: string;
  locate: Locate;
  /** How it is signed in to, in the order to offer. At most one of each kind. */
  ways: readonly SignInWay[];
  /** Where the rep begins once an account is connected: its contacts or leads, and what to call the link. */
  start?(account: string): { label: string; url: string };
  /** The address of a record's page, from the ref alone. Whoever follows it asks `locate` first whether it shows that record. Pure. */
  recordUrl(ref: RecordRef): string;
  /** All writes of a submission go in one call, all or nothing. */
  writesTogether: boolean;
  /** The rest of it, which is read when it is first asked for: most starts of a worker need none of it. */
  load(): Promise<CrmCode>;
};

export type ProposalTarget = { id: string; name: string; top?: boolean; outcome?: boolean };

/** What talks to the CRM, and what knows its fields. */
export type CrmCode = {
  /** Opens a session. Nothing is sent before a method is called. */
  open: OpenSession;
  /**
   * A first mapping from the CRM's own options, for stage and outcome ids and names of a playbook. `top`: the stage with
   * which a deal is made; `outcome`: no stage. A target that nothing there plainly means gets an empty list. Pure.
   */
  proposeMapping(fields: StageField[], targets: ProposalTarget[]): StageMapping;
};

export type {
  Cookie,
  Fetch,
  GuideScope,
  KeyGuide,
  OAuthWay,
  Preparation,
  SessionWay,
  SignInField,
  Tokens,
  WayKind,
} from './sign-in';
export type { Fact, FormField, Problem, ReviewForm, SignInWay, StageField, StageMapping };
