// Facts under a team's own field names: hubspot:contacts.my_field, hubspot:companies.my_field.

import type { Fact } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';
import type { HubSpotObject } from '../client/shapes';
import { isoTime } from '../client/times';

const NAME = /^hubspot:(contacts|companies)\.([A-Za-z0-9_]{1,100})$/;

/** The properties of an object that these facts ask for; names of other CRMs and odd names are left out. */
export function customProperties(fields: readonly string[], object: 'contacts' | 'companies'): string[] {
  const found = fields.flatMap((field) => {
    const [, of, property] = NAME.exec(field) ?? [];
    return of === object && property !== undefined ? [property] : [];
  });
  return [...new Set(found)].slice(0, 60);
}

/** One fact per filled property; its time is that of its newest change where HubSpot sent the history. */
export function customFacts(
  record: HubSpotObject,
  object: 'contacts' | 'companies',
  properties: string[],
  url: string,
): Fact[] {
  return properties.flatMap((property) => {
    const value = (own(record.properties, property) ?? '').trim();
    if (value === '') return [];
    const changes = (own(record.propertiesWithHistory ?? {}, property) ?? []).flatMap(
      (one) => one.timestamp ?? [],
    );
    const itself = /^\d{4}-\d\d-\d\dT/.test(value) ? isoTime(value) : null;
    return [
      {
        name: `hubspot:${object}.${property}`,
        value: itself ?? value,
        at: itself ?? changes.sort().at(-1) ?? null,
        url,
        field: `${object}.${property}`,
      },
    ];
  });
}
