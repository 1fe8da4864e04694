// What every CRM must be able to do. The only thing the rest of the product knows of a CRM.
import type { Problem } from '../problem';
import type { StageField, StageMapping } from '../qualification/mapping';
import type { Person, Place, RecordRef } from '../qualification/record';
import type { Fact, Snapshot } from '../qualification/snapshot';
import type { Step, Submission } from '../qualification/submission';

/** Who a credential belongs to, and what it may do. */
export type Account = {
  /** Same as RecordRef.account: the portal's id or the org's host. */
  id: string;
  /** For people: "Portal 12345678". */
  name: string;
  timeZone: string;
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
  /** Deal pipelines; empty where deals can't be created, with the reason in `dealGap`. */
  pipelines: { id: string; label: string; stages: Option[] }[];
  dealGap: string | null;
  currency: string;
  /** Where the record is turned into others when it becomes an opportunity (a lead of Salesforce): what can be chosen. */
  conversion?: ConversionOptions;
};

/** What a conversion can lead to; it can't be undone. */
export type ConversionOptions = {
  /** The company as the record has it: the name of a new account. */
  company: string;
  statuses: Option[];
  /** Accounts that match by name or domain, each with contacts that may be the same person. */
  accounts: {
    id: string;
    name: string;
    detail: string;
    contacts: { id: string; name: string; detail: string }[];
  }[];
  /** A queue owns the record: a person must be named who owns what it becomes. */
  needsOwner: boolean;
};

/** What a session is opened with. */
export type Credential = {
  /** A pasted key, or an access token. */
  key: string;
  account: string | null;
  /**
   * For keys that expire: a fresh one in place of `refused`, asked for after a refusal. Keeps what it gets before giving
   * it, one at a time over all workers; rejects with key-refused where the sign-in has ended.
   */
  renew?: (refused: string) => Promise<string>;
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

/** One open connection. Every method rejects with ProblemError and with nothing else. */
export type CrmSession = {
  /** Is the credential good, whose is it, what may it do? */
  check(): Promise<Account>;
  people(): Promise<Person[]>;
  /** Of every kind of record. For `ref`, those of its own kind have the options that this one record may take. */
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
  /** true: a submission is one step, all or nothing (write kind 'whole'); else a step for each thing written. */
  atOnce?: boolean;
  /** Opens a session. Nothing is sent before a method is called. */
  open(credential: Credential): CrmSession;
  /** A first mapping from the CRM's own options, for stage and outcome ids and names of a playbook. Pure. */
  proposeMapping(fields: StageField[], targets: { id: string; name: string }[]): StageMapping;
};

export type { Fact, Problem, StageField, StageMapping };
