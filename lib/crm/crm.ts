// What every CRM must be able to do. The only thing the rest of the product knows of a CRM.
import type { Problem } from '../problem';
import type { FormField, ReviewForm } from '../qualification/form';
import type { StageField, StageMapping } from '../qualification/mapping';
import type { Person, Place, RecordRef } from '../qualification/record';
import type { Fact, Snapshot } from '../qualification/snapshot';
import type { Step, Submission } from '../qualification/submission';
import type { SignInWay } from './sign-in';

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
};

export type Option = { value: string; label: string };

/** What the review offers for choice, as the CRM has it now. */
export type ReviewOptions = {
  stageFields: StageField[];
  /** Deal pipelines; empty where deals can't be created, with the reason in `dealGap`. A single one without a label is no question. */
  pipelines: { id: string; label: string; stages: Option[] }[];
  dealGap: string | null;
  currency: string;
  /** What a deal is called here, as in "Also create a deal"; left out: deal. */
  dealWord?: string;
  /** What decisions on this record ask for besides; left out where there is nothing. */
  forms?: ReviewForm[];
  /** Characters of plain text that a note may have; left out: 12,000. */
  noteMost?: number;
  /** All this holds for the one record only (its record type, what it may be converted to); left out: for the account. */
  perRecord?: boolean;
};

/** The definition of a field that the CRM demands, so that the review can ask for it. */
export type FieldDefinition = {
  field: string;
  label: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  options: Option[];
};

/** What is known of a place from its URL alone; null: not a page of this CRM. Pure. */
export type Locate = (url: string) => Place | null;

/** What a session is opened on. The key is a pasted one, an access token or a session's id. */
export type Credential = {
  key: string;
  /** The connected account; before that the host that signed the rep in; null where nothing is known but the key. */
  account: string | null;
  /**
   * A fresh key after the CRM refused the newest one with a 401; asked for at most once per request, and used for
   * the requests after it as well. Rejects with ProblemError: key-refused where the rep has to sign in again, a
   * passing kind (offline, ...) otherwise.
   */
  renew?: () => Promise<string>;
};

/** One open connection. Every method rejects with ProblemError and with nothing else. */
export type CrmSession = {
  /** Is the credential good, whose is it, what may it do? */
  check(): Promise<Account>;
  people(): Promise<Person[]>;
  /** `ref`: as that record has them, where a CRM's options depend on the record. */
  stageFields(ref?: RecordRef): Promise<StageField[]>;
  reviewOptions(ref?: RecordRef): Promise<ReviewOptions>;
  fieldDefinitions(object: string, fields: string[]): Promise<FieldDefinition[]>;
  /**
   * Reads a person. `onPart` gets the first, incomplete snapshot; the promise gives the whole one. At most two round
   * trips. `fields` names facts of a team's own that a playbook asks for (hubspot:contacts.my_field); unknown ones are left out.
   */
  read(ref: RecordRef, onPart: (snapshot: Snapshot) => void, fields?: readonly string[]): Promise<Snapshot>;
  /** The people of a company, deal or lead. */
  members(ref: RecordRef): Promise<{ title: string; members: Member[] }>;
  /** The record's stage fields as they are this moment; what a submission is compared with. */
  stageValues(ref: RecordRef, fields: string[]): Promise<Record<string, string>>;
  /** Whether a step of this submission has already happened: its result, or null. Asked before a step is repeated. */
  probe(submission: Submission, step: Step): Promise<Step['result']>;
  /** Carries out one step and reads back what it wrote. */
  write(submission: Submission, step: Step): Promise<NonNullable<Step['result']>>;
};

export type Crm = {
  id: string;
  name: string;
  locate: Locate;
  /** How it is signed in to, in the order to offer. At most one of each kind. */
  ways: readonly SignInWay[];
  /** Where the rep begins once an account is connected: its contacts or leads, and what to call the link. */
  start?(account: string): { label: string; url: string };
  /** All writes of a submission go in one call, all or nothing. */
  writesTogether: boolean;
  /** Opens a session. Nothing is sent before a method is called. */
  open(credential: Credential): CrmSession;
  /** A first mapping from the CRM's own options, for stage and outcome ids and names of a playbook. Pure. */
  proposeMapping(fields: StageField[], targets: { id: string; name: string }[]): StageMapping;
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
