// What the sandbox portal holds: records with their history, links between them, definitions, people.

export const typeNames = [
  'contacts',
  'companies',
  'deals',
  'leads',
  'notes',
  'tasks',
  'calls',
  'meetings',
  'emails',
  'communications',
] as const;
export type TypeName = (typeof typeNames)[number];

/** One value that a property has had; where it came from, as HubSpot tells it. Times are ISO 8601 in UTC. */
export type Version = {
  value: string;
  timestamp: string;
  sourceType: string;
  sourceId?: string;
  /** HubSpot's ValueWithTimestamp has it, "a human-readable label"; taken for the app's name here. */
  sourceLabel?: string;
  updatedByUserId?: number;
};

/** `history` holds each property's values, newest first; the first one is the value now, '' is empty. */
export type CrmRecord = {
  portal: string;
  type: TypeName;
  id: string;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  mergedInto: string | null;
  history: Record<string, Version[]>;
};

export type End = { type: TypeName; id: string };
/** One direction of an association, with HubSpot's numeric type; the other direction is a link of its own. */
export type Link = { portal: string; from: End; to: End; typeId: number };

export type PropertyOption = { label: string; value: string; displayOrder: number; hidden: boolean };
export type PropertyDefinition = {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  description: string;
  groupName: string;
  options: PropertyOption[];
  displayOrder: number;
  hidden: boolean;
  hubspotDefined: boolean;
  hasUniqueValue: boolean;
  readOnly: boolean;
  createdAt: string;
  updatedAt: string;
};

export type PipelineStage = {
  id: string;
  label: string;
  displayOrder: number;
  metadata: Record<string, string>;
};
export type Pipeline = { id: string; label: string; displayOrder: number; stages: PipelineStage[] };
export type Owner = {
  id: string;
  userId: number;
  email: string;
  firstName: string;
  lastName: string;
  team: string;
  archived: boolean;
};

export type PortalInfo = {
  id: string;
  name: string;
  uiDomain: string;
  timeZone: string;
  utcOffset: string;
  utcOffsetMilliseconds: number;
  currency: string;
};

/** The value of a property now; '' where it has none. */
export function valueIn(record: CrmRecord, property: string): string {
  return record.history[property]?.[0]?.value ?? '';
}

/** The value that a property had at a time (ISO), so that a lagging index can be told apart. */
export function valueAt(record: CrmRecord, property: string, at: string): string {
  return record.history[property]?.find((version) => version.timestamp <= at)?.value ?? '';
}
