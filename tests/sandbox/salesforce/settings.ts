// How this Salesforce behaves where real orgs differ or where a test wants a bad day. One set for each org.
import type { ObjectName, Value } from './model';

/** A condition on a field after the write. `changed`: only when this write changes it. */
export type Condition = { field: string } & (
  | { is: Value }
  | { oneOf: Value[] }
  | { blank: boolean }
  | { changed: true }
);
export type ValidationRule = {
  object: ObjectName;
  /** The rule refuses where all of them hold. */
  when: Condition[];
  message: string;
  /** The field beside which the message is shown; null: on top of the page. */
  errorDisplayField: string | null;
};
export type FieldPath = { object: ObjectName; field: string };

export type Settings = {
  rules: ValidationRule[];
  /** Fields that the org demands beside Salesforce's own. */
  required: FieldPath[];
  /** Field-level security; `user` (an alias, as everywhere here) limits it to one person. */
  hidden: (FieldPath & { user?: string })[];
  readOnly: (FieldPath & { user?: string })[];
  /** Fields by which nothing can be looked for, or put in order, as where Shield encrypts them: describe says so. */
  unfilterable: FieldPath[];
  unsortable: FieldPath[];
  /** The same, where describe knows nothing of it. */
  secretly: boolean;
  /** Objects of which a person may make no record, or sees none at all. */
  noCreate: { object: ObjectName; user?: string }[];
  noAccess: { object: ObjectName; user?: string }[];
  /** People who may convert no lead, and people who may write nothing. */
  noConvert: string[];
  readers: string[];
  /** Ids of records that nobody may change, or that nobody sees. */
  readOnlyRecords: string[];
  unseenRecords: string[];
  /** In an approval: ENTITY_IS_LOCKED. */
  lockedRecords: string[];
  /** Someone else is writing: UNABLE_TO_LOCK_ROW for so many attempts. */
  busyRows: { id: string; times: number }[];
  duplicates: { object: ObjectName; fields: string[]; rule: string; saveAllowed: boolean }[];
  /** External ids that the admin didn't make unique. */
  sharedExternalIds: FieldPath[];
  /** What a call with an id of another kind of record gets; the API's guide says the first of writes, and nothing of reads. */
  strayIds: 'MALFORMED_ID' | 'NOT_FOUND';
  /** An org's automation that fails: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY or CANNOT_EXECUTE_FLOW_TRIGGER. */
  automation: { object: ObjectName; errorCode: string; message: string }[];
  /** An org's flow that sets a field at every change of a record, whatever was written. */
  flows: { object: ObjectName; field: string; to: string | null }[];
  /**
   * The org's active assignment rules: who gets a record that is made or changed, by the queue's developer name. They run
   * at every save by REST unless the call says `Sforce-Auto-Assign: FALSE` (REST API guide, Assignment Rule Header:
   * "the default is TRUE"; of leads, accounts and cases).
   */
  assignment: { object: ObjectName; queue: string }[];
  /** Setting Status to a converted value by an ordinary write. */
  convertedStatus: 'refused' | 'allowed';
  apiEnabled: boolean;
  /** API Access Control or high-assurance sessions: the browser's session is no good for REST. */
  sessionsRefused: boolean;
  /** Whether the identity service answers a browser's session. */
  sessionUserinfo: boolean;
  /** The newest version of the API that the org has. */
  newestApi: number;
  /** Used calls and the day's allowance. */
  calls: { used: number; max: number };
  /** Rows in one page of a query. */
  queryPage: number;
  /** Children of one row in it; the others have a locator of their own. No source says how many there are by rule. */
  childPage: number;
  /** People stayed in Classic: the API host shows records itself. */
  classic: boolean;
  /** The person that a browser without a session is signed in as; null: the sign-in form is shown. */
  signedInAs: string | null;
  oauth: {
    rotate: boolean;
    /** Access tokens of three parts, which SOAP refuses before version 68.0. */
    jwt: boolean;
    requireSecret: boolean;
    refreshTokens: boolean;
    /** Whether the scopes of the app reach the identity service. */
    userinfo: boolean;
  };
};

export const defaultSettings = (): Settings => ({
  rules: [],
  required: [],
  hidden: [{ object: 'Task', field: 'Stagecheck_Submission__c' }],
  readOnly: [],
  unfilterable: [],
  unsortable: [],
  secretly: false,
  noCreate: [],
  noAccess: [],
  noConvert: ['erik'],
  readers: ['amira'],
  readOnlyRecords: [],
  unseenRecords: [],
  lockedRecords: [],
  busyRows: [],
  duplicates: [],
  sharedExternalIds: [],
  strayIds: 'MALFORMED_ID',
  automation: [],
  flows: [],
  assignment: [{ object: 'Lead', queue: 'Inbound_leads' }],
  convertedStatus: 'refused',
  apiEnabled: true,
  sessionsRefused: false,
  sessionUserinfo: true,
  newestApi: 67,
  calls: { used: 18, max: 100_000 },
  queryPage: 2000,
  childPage: 2000,
  classic: false,
  signedInAs: 'lena',
  oauth: { rotate: false, jwt: false, requireSecret: false, refreshTokens: true, userinfo: true },
});
