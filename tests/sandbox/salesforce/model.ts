// What the sandbox org holds: records with their values, the definitions of objects, who is whom.

export const objectNames = [
  'Lead',
  'Contact',
  'Account',
  'Opportunity',
  'OpportunityContactRole',
  'Task',
  'Event',
  'EmailMessage',
  'EmailMessageRelation',
  'Campaign',
  'CampaignMember',
  'LeadHistory',
  'ContactHistory',
  'AccountHistory',
  'OpportunityFieldHistory',
  'OpportunityHistory',
  'User',
  'Group',
  'RecordType',
  'LeadStatus',
  'OpportunityStage',
  'TaskStatus',
  'Organization',
  'MessagingSession',
] as const;
export type ObjectName = (typeof objectNames)[number];

/** Dates are ISO days, datetimes ISO 8601 in UTC. */
export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

/** `id` has 18 characters. A deleted record stays, as in the recycle bin. */
export type SfRecord = { org: string; type: ObjectName; id: string; deleted: boolean; values: Values };

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'reference';
export type PickValue = { value: string; label: string; active: boolean; isDefault: boolean };

export type FieldDef = {
  name: string;
  label: string;
  type: FieldType;
  length: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  filterable: boolean;
  restricted: boolean;
  values: PickValue[];
  /** A dependent picklist: the field that decides what it offers, and what it offers for each of that one's values. */
  controller: { field: string; offers: Record<string, string[]> } | null;
  referenceTo: ObjectName[];
  relationshipName: string | null;
  externalId: boolean;
  tracked: boolean;
  /** The value where none is given on create. */
  usual: Value;
};

export type ChildRelation = { name: string; type: ObjectName; field: string };
export type ObjectDef = {
  name: ObjectName;
  label: string;
  plural: string;
  prefix: string;
  nameField: string;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  fields: FieldDef[];
  children: ChildRelation[];
  /** The object that keeps this one's field history, and its field that points here. */
  history: { type: ObjectName; field: string } | null;
};

export type OrgName = 'acme' | 'uat';
export type OrgInfo = {
  name: OrgName;
  /** 15 characters. */
  id: string;
  title: string;
  /** Hosts of the API and of Lightning pages. */
  api: string;
  lightning: string;
  isSandbox: boolean;
};
