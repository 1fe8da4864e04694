// The calls about how a portal is set up: its properties, pipelines and owners. Plain GETs on the same transport: the
// client's generated code for these three families would add 87 kB to the worker, as much as all the rest of HubSpot.
import type { Own } from './call';
import { ownersUrl, ownerUrl, pipelinesUrl, propertyUrl } from './paths';
import { OwnerSchema, OwnersSchema, PipelinesSchema, PropertySchema } from './shapes';

export function schemaCalls(own: Own) {
  return {
    /** A property with its options as the portal has them. */
    property: (object: string, name: string) =>
      own('GET', propertyUrl(object, name), undefined, PropertySchema),

    pipelines: async (object: string) =>
      (await own('GET', pipelinesUrl(object), undefined, PipelinesSchema)).results,

    /** One present owner, by its own id or by its user's. */
    owner: (id: string, by: 'id' | 'userId') => own('GET', ownerUrl(id, by), undefined, OwnerSchema),

    /** A page of owners, archived ones left out, and where the next page starts. */
    owners: async (after: string | null, limit = 100) => {
      const found = await own('GET', ownersUrl(after, limit), undefined, OwnersSchema);
      return { owners: found.results, after: found.paging?.next?.after ?? null };
    },
  };
}
