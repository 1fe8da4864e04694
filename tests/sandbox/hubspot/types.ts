// The object types by all their names, and the association types between them (reference: HubSpot's own ids).
import type { TypeName } from './model';

export type ObjectType = {
  name: TypeName;
  id: string;
  aliases: string[];
  /** The scope family that guards it: engagements are guarded by that of contacts. */
  scope: 'contacts' | 'companies' | 'deals' | 'leads';
  singular: string;
  modified: string;
  created: string;
  defaults: string[];
};

const plain = (
  name: TypeName,
  id: string,
  singular: string,
  scope: ObjectType['scope'],
  defaults: string[],
): ObjectType => ({
  name,
  id,
  aliases: [name, singular, id],
  scope,
  singular,
  modified: name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
  created: name === 'contacts' || name === 'companies' || name === 'deals' ? 'createdate' : 'hs_createdate',
  defaults,
});

export const objectTypes: Record<TypeName, ObjectType> = {
  contacts: plain('contacts', '0-1', 'contact', 'contacts', ['email', 'firstname', 'lastname']),
  companies: plain('companies', '0-2', 'company', 'companies', ['domain', 'name']),
  deals: plain('deals', '0-3', 'deal', 'deals', ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline']),
  leads: plain('leads', '0-136', 'lead', 'leads', ['hs_lead_name', 'hs_pipeline', 'hs_pipeline_stage']),
  notes: plain('notes', '0-46', 'note', 'contacts', []),
  tasks: plain('tasks', '0-27', 'task', 'contacts', []),
  calls: plain('calls', '0-48', 'call', 'contacts', []),
  meetings: plain('meetings', '0-47', 'meeting', 'contacts', []),
  emails: plain('emails', '0-49', 'email', 'contacts', []),
  communications: plain('communications', '0-18', 'communication', 'contacts', []),
};

/** The type that a path segment names ("contacts", "contact", "0-1"), or null. */
export function objectType(segment: string): ObjectType | null {
  return Object.values(objectTypes).find((type) => type.aliases.includes(segment.toLowerCase())) ?? null;
}

export type AssociationType = {
  from: TypeName;
  to: TypeName;
  typeId: number;
  name: string;
  label: string | null;
  inverse: number;
  primary: boolean;
};

// from, to, id, id of the inverse, label; a pair's row without a label is its default.
const rows: [TypeName, TypeName, number, number, string | null][] = [
  ['contacts', 'companies', 279, 280, null],
  ['contacts', 'companies', 1, 2, 'Primary'],
  ['deals', 'contacts', 3, 4, null],
  ['deals', 'companies', 341, 342, null],
  ['deals', 'companies', 5, 6, 'Primary'],
  ['leads', 'contacts', 608, 607, null],
  ['leads', 'contacts', 578, 579, 'Primary'],
  ['leads', 'companies', 610, 609, null],
  ['notes', 'contacts', 202, 201, null],
  ['notes', 'companies', 190, 189, null],
  ['notes', 'deals', 214, 213, null],
  ['notes', 'leads', 855, 854, null],
  ['tasks', 'contacts', 204, 203, null],
  ['tasks', 'companies', 192, 191, null],
  ['tasks', 'deals', 216, 215, null],
  ['tasks', 'leads', 647, 646, null],
  ['calls', 'contacts', 194, 193, null],
  ['calls', 'companies', 182, 181, null],
  ['calls', 'deals', 206, 205, null],
  ['meetings', 'contacts', 200, 199, null],
  ['meetings', 'companies', 188, 187, null],
  ['meetings', 'deals', 212, 211, null],
  ['emails', 'contacts', 198, 197, null],
  ['emails', 'companies', 186, 185, null],
  ['emails', 'deals', 210, 209, null],
  ['communications', 'contacts', 81, 82, null],
  ['communications', 'companies', 87, 88, null],
  ['communications', 'deals', 85, 86, null],
];

const named = (from: TypeName, to: TypeName, label: string | null) => {
  const twoKinds =
    rows.filter((row) => [from, to].includes(row[0]) && [from, to].includes(row[1])).length > 1;
  const base = `${objectTypes[from].singular}_to_${objectTypes[to].singular}`;
  return twoKinds && label === null ? `${base}_unlabeled` : base;
};

export const associationTypes: AssociationType[] = rows.flatMap(([from, to, id, inverse, label]) => [
  { from, to, typeId: id, name: named(from, to, label), label, inverse, primary: label === 'Primary' },
  {
    from: to,
    to: from,
    typeId: inverse,
    name: named(to, from, label),
    label,
    inverse: id,
    primary: label === 'Primary',
  },
]);

/** The association type of an id between two types, or null where HubSpot would refuse it. */
export function associationType(from: TypeName, to: TypeName, typeId: number): AssociationType | null {
  return associationTypes.find((row) => row.from === from && row.to === to && row.typeId === typeId) ?? null;
}

/** The unlabelled association type between two types. */
export function defaultAssociation(from: TypeName, to: TypeName): AssociationType | null {
  return associationTypes.find((row) => row.from === from && row.to === to && !row.primary) ?? null;
}

/** The type at the far end of an association type, or null where there is none. */
export function targetOf(from: TypeName, typeId: number): TypeName | null {
  return associationTypes.find((row) => row.from === from && row.typeId === typeId)?.to ?? null;
}
