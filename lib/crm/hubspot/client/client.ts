// The calls that Stagecheck makes: built and decoded by HubSpot's client, sent by our transport, parsed into our shapes.
// The client's request factories are imported one by one: its ready-made API classes would double the worker.
import {
  BasicApiRequestFactory,
  BasicApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/objects/apis/BasicApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/crm/objects/configuration.js';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import { caller } from './call';
import { schemaCalls } from './client-schemas';
import { holdWhole, leftOut } from './partly';
import { accountDetailsUrl, associationsUrl, batchUrl, linkUrl, searchUrl, tokenInfoUrl } from './paths';
import {
  AccountSchema,
  AnythingSchema,
  AssociatedSchema,
  BatchSchema,
  LinkedSchema,
  ObjectSchema,
  ObjectsSchema,
  TokenInfoSchema,
} from './shapes';
import type { Transport } from './transport';

/** HubSpot's ids for the kind of a link; all of them are its own (HUBSPOT_DEFINED). */
export type Link = { id: string; type: number };

export type Client = ReturnType<typeof createClient>;

/** One method per call; each rejects with ProblemError only. Ids and property values are HubSpot's strings. */
export function createClient(transport: Transport) {
  const config = createConfiguration();
  const basic = new BasicApiRequestFactory(config);
  const basicAnswer = new BasicApiResponseProcessor();
  const { call, own } = caller(transport);

  /**
   * Records by id, at most 100 (50 with history); those that are gone are left out, and one that can't be read just now is a problem.
   * `left`: what was left out and not named as gone. Not by the client's model of a batch: that drops the errors of a
   * plain 200.
   */
  async function batch(object: string, ids: readonly string[], properties: string[], history: string[] = []) {
    const asked = ids.slice(0, 100);
    if (asked.length === 0) return { results: [], left: [] };
    const inputs = asked.map((id) => ({ id }));
    const body = { inputs, properties, propertiesWithHistory: history };
    const found = await own('POST', batchUrl(object, 'read'), body, BatchSchema);
    holdWhole(found);
    return { results: found.results, left: leftOut(asked, found) };
  }

  return {
    ...schemaCalls(own),

    /** See Transport. */
    plain: transport.plain,

    /** The portal that the key belongs to. */
    account: () => own('GET', accountDetailsUrl, undefined, AccountSchema),

    /** The portal and the scopes of a private app's token, as HubSpot lists them; other keys are refused. */
    tokenInfo: () => own('POST', tokenInfoUrl, transport.aboutKey(), TokenInfoSchema),

    /** One record by id; a merged id answers with the record that survived. */
    get: (object: string, id: string, properties: string[], associations?: string[], history?: string[]) =>
      call(
        basic.getById(object, id, properties, history, associations),
        (answer) => basicAnswer.getByIdWithHttpInfo(answer),
        ObjectSchema,
      ),

    /** Only those that it gave. */
    batchRead: async (object: string, ids: string[], properties: string[], history: string[] = []) =>
      (await batch(object, ids, properties, history)).results,
    batch,

    /** The newest records of a type that are associated with a contact, by their own time. The index lags a little. */
    newestOf: async (object: string, contact: string, properties: string[], limit: number) => {
      const filter = { propertyName: 'associations.contact', operator: 'EQ', value: contact };
      const body = {
        filterGroups: [{ filters: [filter] }],
        // Of all that is read, leads alone have no time of their own (leads.json has no hs_timestamp).
        sorts: [object === 'leads' ? '-hs_createdate' : '-hs_timestamp'],
        properties,
        limit,
        after: '0',
      };
      const found = await own('POST', searchUrl(object), body, ObjectsSchema);
      return found.results;
    },

    create: (object: string, properties: Record<string, string>, links: Link[]) =>
      call(
        basic.create(object, {
          properties,
          associations: links.map(({ id, type }) => ({
            to: { id },
            types: [
              {
                associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined,
                associationTypeId: type,
              },
            ],
          })),
        }),
        (answer) => basicAnswer.createWithHttpInfo(answer),
        ObjectSchema,
      ),

    update: (object: string, id: string, properties: Record<string, string>) =>
      call(
        basic.update(object, id, { properties }),
        (answer) => basicAnswer.updateWithHttpInfo(answer),
        ObjectSchema,
      ),

    /** A page of ids that a record is associated with, and where the next page starts. */
    associated: async (from: string, id: string, to: string, after: string | null) => {
      const body = { inputs: [{ id, ...(after === null ? {} : { after }) }] };
      const found = await own('POST', associationsUrl(from, to), body, AssociatedSchema);
      holdWhole(found);
      const [first] = found.results;
      return {
        ids: first?.to.map((one) => one.toObjectId) ?? [],
        after: first?.paging?.next?.after ?? null,
      };
    },

    /** Links two records plainly; false where HubSpot links nothing. */
    link: async (from: string, id: string, to: string, toId: string) => {
      const linked = await own('PUT', linkUrl(from, id, to, toId), undefined, LinkedSchema);
      holdWhole(linked);
      return linked.results.length > 0;
    },

    /** Whether records of a type may be read at all: asks for one. */
    tryRead: (object: string) =>
      call(basic.getPage(object, 1), (answer) => basicAnswer.getPageWithHttpInfo(answer), AnythingSchema),

    /** Whether records of a type may be written: an update of no records, which can't change any. */
    tryWrite: (object: string) => own('POST', batchUrl(object, 'update'), { inputs: [] }, AnythingSchema),
  };
}
