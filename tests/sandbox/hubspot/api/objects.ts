// /crm/objects/2026-09/{type}: list, get, create, change, archive.
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { CrmRecord } from '../model';
import { valueIn } from '../model';
import { badRequest, notFound } from '../problem';
import { archive } from '../rules/archive';
import { create, type NewLink, update } from '../rules/write';
import { objectScopes } from '../scopes';
import type { PortalState } from '../store';
import { type ObjectType, objectType, targetOf } from '../types';
import { demand } from './auth';
import { body, filled, list, Properties, wholeNumber } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';
import { shownAssociations, shownRecord } from './show';
import { typeOf } from './type';

export const NewAssociations = v.array(
  v.object({
    to: v.object({ id: v.string() }),
    types: v.array(v.object({ associationCategory: v.string(), associationTypeId: v.number() })),
  }),
);
export const CreateBody = v.object({
  properties: Properties,
  associations: v.optional(NewAssociations, []),
});

export const objects = new Hono<ApiEnv>()
  .get('/:type', (c) => {
    const type = typeOf(c, 'read');
    const { portal, world } = c.get('scene');
    const limit = wholeNumber(c.req.query('limit'), 10, 100, 'limit');
    const after = BigInt(c.req.query('after') ?? '0');
    const archived = c.req.query('archived') === 'true';
    const all = portal
      .all(type.name)
      .filter(
        (record) =>
          (record.archivedAt !== null) === archived && !record.mergedInto && BigInt(record.id) >= after,
      )
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const next = all[limit];
    const associations = list(c, 'associations').map(associated);
    const page = all.slice(0, limit).map((record) => ({
      ...shownRecord(portal, record, list(c, 'properties'), list(c, 'propertiesWithHistory')),
      ...withAssociations(portal, record, associations, world.settings.associationPage),
    }));
    const path = `https://api.hubapi.com${c.req.path}?after=${next?.id}&limit=${limit}`;
    return json({ results: page, ...(next && { paging: { next: { after: next.id, link: path } } }) });
  })
  .post('/:type', async (c) => {
    const type = typeOf(c, 'write');
    const input = await body(c, CreateBody);
    const scene = c.get('scene');
    const record = create(scene, type.name, filled(input.properties), newLinks(type, input.associations));
    return json(shownRecord(scene.portal, record, Object.keys(input.properties)), 201);
  })
  .get('/:type/:id', (c) => {
    const type = typeOf(c, 'read');
    const { portal, world } = c.get('scene');
    const archived = c.req.query('archived') === 'true';
    const record = found(portal, type, c.req.param('id'), c.req.query('idProperty'), archived);
    const associations = world.settings.associationsLeftOut ? [] : list(c, 'associations').map(associated);
    guardAssociations(c, associations);
    return json({
      ...shownRecord(portal, record, list(c, 'properties'), list(c, 'propertiesWithHistory')),
      ...withAssociations(portal, record, associations, world.settings.associationPage),
    });
  })
  .patch('/:type/:id', async (c) => {
    const type = typeOf(c, 'write');
    const input = await body(c, v.object({ properties: Properties }));
    const scene = c.get('scene');
    const record = found(scene.portal, type, c.req.param('id'), c.req.query('idProperty'), false);
    const isMerged = !c.req.query('idProperty') && record.id !== c.req.param('id');
    if (isMerged && scene.world.settings.mergedWrites === 'refused')
      throw notFound(type.singular, c.req.param('id'));
    const changed = update(scene, record, filled(input.properties));
    return json(shownRecord(scene.portal, changed, Object.keys(input.properties)));
  })
  .delete('/:type/:id', (c) => {
    const type = typeOf(c, 'write');
    const scene = c.get('scene');
    const record = scene.portal.find(type.name, c.req.param('id'));
    // Archiving what is gone already is no error.
    if (record && !record.archivedAt) archive(scene, record);
    return new Response(null, { status: 204 });
  });

/** A record by id or by a unique property; 404 when it isn't there, or is archived and that wasn't asked for. */
export function found(
  portal: PortalState,
  type: ObjectType,
  id: string,
  idProperty: string | undefined,
  archived: boolean,
): CrmRecord {
  if (
    idProperty &&
    idProperty !== 'hs_object_id' &&
    !portal.property(type.name, idProperty)?.hasUniqueValue
  ) {
    throw badRequest(`${idProperty} is not a property with unique values.`);
  }
  const byProperty = (name: string) =>
    portal
      .all(type.name)
      .find((item) => !item.mergedInto && !item.archivedAt && valueIn(item, name) === id.toLowerCase());
  const record =
    idProperty && idProperty !== 'hs_object_id'
      ? (byProperty(idProperty) ?? null)
      : portal.find(type.name, id);
  if (!record || (record.archivedAt !== null) !== archived) throw notFound(type.singular, id);
  return record;
}

/** The associations of a create, each with its target's type: the association type id tells it. */
export function newLinks(from: ObjectType, input: v.InferOutput<typeof NewAssociations>): NewLink[] {
  return input.flatMap(({ to, types }) =>
    types.map(({ associationTypeId }) => {
      const target = targetOf(from.name, associationTypeId);
      if (!target) throw badRequest(`${associationTypeId} is no association type of ${from.name}.`);
      return { to: { type: target, id: to.id }, typeId: associationTypeId };
    }),
  );
}

/** Refuses the whole answer for one association that the key may not see, where the sandbox is set so. */
function guardAssociations(c: Context<ApiEnv>, types: readonly ObjectType[]): void {
  const { associationsDemand, refusedAssociations } = c.get('scene').world.settings;
  for (const { name } of types) {
    if (refusedAssociations.includes(name)) demand(c.get('key'), `not.granted.${name}`);
    const wanted = associationsDemand === 'all' || (associationsDemand === 'emails' && name === 'emails');
    for (const scope of wanted ? objectScopes(name, 'read') : []) demand(c.get('key'), scope);
  }
}

function associated(name: string): ObjectType {
  const type = objectType(name);
  if (!type) throw badRequest(`Unable to infer object type from: ${name}`);
  return type;
}

function withAssociations(portal: PortalState, record: CrmRecord, types: ObjectType[], size: number) {
  const filledOnes = types
    .map((type) => ({ name: type.name, page: shownAssociations(portal, record, type.name, size) }))
    .filter(({ page }) => page.results.length > 0);
  if (filledOnes.length === 0) return {};
  return { associations: Object.fromEntries(filledOnes.map(({ name, page }) => [name, page])) };
}
