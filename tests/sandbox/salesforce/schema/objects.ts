// All objects of the sandbox org by name.
import type { FieldDef, ObjectDef, ObjectName } from '../model';
import { objectNames } from '../model';
import { emailMessage, emailMessageRelation, event, messagingSession, task } from './activities';
import { campaign, campaignMember, histories } from './campaigns';
import { contactRole, opportunity, opportunityHistory } from './deals';
import { account, contact, lead } from './people';
import { setupObjects } from './setup';

const all: ObjectDef[] = [
  lead,
  contact,
  account,
  opportunity,
  contactRole,
  opportunityHistory,
  task,
  event,
  emailMessage,
  emailMessageRelation,
  messagingSession,
  campaign,
  campaignMember,
  ...histories,
  ...setupObjects,
];
const byName = new Map(all.map((object) => [object.name.toLowerCase(), object]));

/** An object by its API name, whatever its case; null for one that the org doesn't have. */
export function objectNamed(name: string): ObjectDef | null {
  return byName.get(name.toLowerCase()) ?? null;
}

export function objectOf(name: ObjectName): ObjectDef {
  const object = objectNamed(name);
  if (!object) throw new Error(`The sandbox defines no object ${name}.`);
  return object;
}

/** The object that an id belongs to, by its first three characters. */
export function objectOfId(id: string): ObjectDef | null {
  return all.find((object) => object.prefix === id.slice(0, 3)) ?? null;
}

export function fieldOf(object: ObjectDef, name: string): FieldDef | null {
  const wanted = name.toLowerCase();
  return object.fields.find((field) => field.name.toLowerCase() === wanted) ?? null;
}

export const allObjects: readonly ObjectDef[] = objectNames.map(objectOf);
