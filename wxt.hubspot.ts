// Which of the models of HubSpot's client are left out of the bundles.

/**
 * Its serializer names all models that there are. Those of batches, searches and upserts nobody asks it for: our batches
 * and searches are made and read by ourselves (lib/crm/hubspot/client/client.ts). Nor those of refusals, which never get there
 * (answer.ts).
 */
export const UNUSED_MODELS =
  /\/models\/((Batch|SimplePublicObjectBatch|SimplePublicUpsert|CollectionResponseWithTotal|PublicObjectSearch)\w+|Filter(Group)?|ErrorDetail|ModelError|StandardError|SimplePublicObjectId)$/;
