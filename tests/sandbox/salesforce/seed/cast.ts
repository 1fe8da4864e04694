// The named records that tests and the demo use: HubSpot's cast, and those that only Salesforce can have.
import type { ObjectName, SfRecord } from '../model';
import { ownCast, type Parts } from './cast-own';
import { type Own, own, sharedNames } from './cast-roles';

export type Person = { id: string; object: ObjectName; name: string; what: string; url: string };
export type Cast = Record<(typeof sharedNames)[number] | 'claire' | Own, Person>;

/** Adds what is Salesforce's own to both orgs; deletes who is deleted. */
export function castPeople(parts: Parts): Cast {
  const { builder, small, ids, names } = parts;
  const records = ownCast(parts);
  const archived = builder.org.find('Lead', ids.get(names.archived.id) ?? '');
  if (archived) builder.put({ ...archived, deleted: true, values: { ...archived.values, IsDeleted: true } });

  const shown = (one: SfRecord | null, what: string): Person => {
    if (!one) throw new Error(`The seed lacks what it calls: ${what}.`);
    const { lightning } = (one.org === 'uat' ? small : builder).org.info;
    const { Name = null, Subject = null } = one.values;
    const url = `https://${lightning}/lightning/r/${one.type}/${one.id}/view`;
    return { id: one.id, object: one.type, name: String(Name ?? Subject ?? ''), what, url };
  };
  const shared = (name: (typeof sharedNames)[number] | 'opportunity') =>
    shown(builder.org.findAny(['Lead', 'Contact'], ids.get(names[name].id) ?? ''), names[name].what);
  const ownNames: Own[] = [
    ...([
      'queueLead',
      'partnerLead',
      'knownByName',
      'knownByDomain',
      'converted',
      'convertedContact',
    ] as const),
    ...([
      'duplicate',
      'buyer',
      'lonely',
      'account',
      'emptyAccount',
      'opportunity',
      'closedOpportunity',
    ] as const),
    ...(['renewal', 'roleless', 'task', 'uatLead'] as const),
  ];
  return {
    ...each(sharedNames, shared),
    ...each(ownNames, (name) => shown(records[name], own[name])),
    claire: shared('opportunity'),
  };
}

function each<N extends string, T>(names: readonly N[], make: (name: N) => T): Record<N, T>;
function each<T>(names: readonly string[], make: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}
