// The calls about how a portal is set up: its properties, pipelines and owners.
import {
  OwnersApiRequestFactory,
  OwnersApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/owners/apis/OwnersApi.js';
import { createConfiguration as ownersConfiguration } from '@hubspot/api-client/lib/codegen/crm/owners/configuration.js';
import {
  PipelinesApiRequestFactory,
  PipelinesApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/pipelines/apis/PipelinesApi.js';
import { createConfiguration as pipelinesConfiguration } from '@hubspot/api-client/lib/codegen/crm/pipelines/configuration.js';
import {
  CoreApiRequestFactory,
  CoreApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/properties/apis/CoreApi.js';
import { createConfiguration as propertiesConfiguration } from '@hubspot/api-client/lib/codegen/crm/properties/configuration.js';
import type { Call } from './call';
import { OwnersSchema, PipelinesSchema, PropertySchema } from './shapes';

export function schemaCalls(call: Call) {
  const properties = new CoreApiRequestFactory(propertiesConfiguration());
  const propertiesAnswer = new CoreApiResponseProcessor();
  const pipelines = new PipelinesApiRequestFactory(pipelinesConfiguration());
  const pipelinesAnswer = new PipelinesApiResponseProcessor();
  const owners = new OwnersApiRequestFactory(ownersConfiguration());
  const ownersAnswer = new OwnersApiResponseProcessor();

  return {
    /** A property with its options as the portal has them. */
    property: (object: string, name: string) =>
      call(
        properties.getByName(object, name),
        (answer) => propertiesAnswer.getByNameWithHttpInfo(answer),
        PropertySchema,
      ),

    pipelines: async (object: string) => {
      const found = await call(
        pipelines.getAll(object),
        (answer) => pipelinesAnswer.getAllWithHttpInfo(answer),
        PipelinesSchema,
      );
      return found.results;
    },

    /** A page of owners, archived ones left out, and where the next page starts. */
    owners: async (after: string | null, limit = 100) => {
      const found = await call(
        owners.getPage(undefined, after ?? undefined, limit, false),
        (answer) => ownersAnswer.getPageWithHttpInfo(answer),
        OwnersSchema,
      );
      return { owners: found.results, after: found.paging?.next?.after ?? null };
    },
  };
}
