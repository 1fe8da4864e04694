// Associations of 2026-09: put (plain and labelled), take away, and read in batches.
import { Hono } from 'hono';
import * as v from 'valibot';
import type { End } from '../model';
import { badRequest, notFound } from '../problem';
import { link } from '../rules/write';
import { associationType, defaultAssociation, type ObjectType } from '../types';
import type { Scene } from '../world';
import { besides, complete, partly } from './batch';
import { body, wholeNumber } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';
import { livingLinks } from './show';
import { typeOf } from './type';

const Types = v.array(v.object({ associationCategory: v.string(), associationTypeId: v.number() }));
const ReadBody = v.object({
  inputs: v.array(v.object({ id: v.string(), after: v.optional(v.string()) })),
});

/** Mounted at /crm/objects/2026-09. */
export const recordAssociations = new Hono<ApiEnv>()
  .put('/:type/:id/associations/default/:toType/:toId', (c) => {
    const { from, to, fromType, toType } = ends(
      c.get('scene'),
      typeOf(c, 'write'),
      typeOf(c, 'read', 'toType'),
      c.req.param(),
    );
    const spec = defaultAssociation(fromType.name, toType.name);
    if (!spec) throw badRequest(`${fromType.name} and ${toType.name} can't be associated.`);
    const scene = c.get('scene');
    link(scene, from, [{ to, typeId: spec.typeId }]);
    const shown = (a: End, b: End, associationTypeId: number) => ({
      from: { id: a.id },
      to: { id: b.id },
      associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId },
    });
    const results = [shown(from, to, spec.typeId), shown(to, from, spec.inverse)];
    return json(complete(results, scene.world.clock().toISOString()));
  })
  .put('/:type/:id/associations/:toType/:toId', async (c) => {
    const { from, to, fromType, toType } = ends(
      c.get('scene'),
      typeOf(c, 'write'),
      typeOf(c, 'read', 'toType'),
      c.req.param(),
    );
    const types = await body(c, Types);
    link(
      c.get('scene'),
      from,
      types.map((type) => ({ to, typeId: type.associationTypeId })),
    );
    const labels = types.flatMap((type) => {
      const label = associationType(fromType.name, toType.name, type.associationTypeId)?.label;
      return label ? [label] : [];
    });
    return json(
      {
        fromObjectTypeId: fromType.id,
        fromObjectId: from.id,
        toObjectTypeId: toType.id,
        toObjectId: to.id,
        labels,
      },
      201,
    );
  })
  .delete('/:type/:id/associations/:toType/:toId', (c) => {
    const scene = c.get('scene');
    const { from, to } = ends(scene, typeOf(c, 'write'), typeOf(c, 'read', 'toType'), c.req.param());
    const both = (a: End, b: End) => scene.portal.linksOf(a, b.type).filter((item) => item.to.id === b.id);
    const links = [...both(from, to), ...both(to, from)];
    scene.world.store.commit(links.map((item) => ({ kind: 'unlink', link: item })));
    return new Response(null, { status: 204 });
  })
  .get('/:type/:id/associations/:toType', (c) => {
    const scene = c.get('scene');
    const type = typeOf(c, 'read');
    const from = existing(scene, type, c.req.param('id'));
    const limit = wholeNumber(c.req.query('limit'), 500, 500, 'limit');
    return json(page(scene, from, typeOf(c, 'read', 'toType'), c.req.query('after'), limit));
  });

/** Mounted at /crm/associations/2026-09. */
export const associationBatches = new Hono<ApiEnv>().post('/:type/:toType/batch/read', async (c) => {
  const type = typeOf(c, 'read');
  const toType = typeOf(c, 'read', 'toType');
  const input = await body(c, ReadBody);
  const scene = c.get('scene');
  const { unreadable, associationPage } = scene.world.settings;
  const errors: object[] = [];
  const results = input.inputs.flatMap(({ id, after }) => {
    const record = scene.portal.find(type.name, id);
    if (record && unreadable.ids.includes(record.id)) {
      errors.push(besides(unreadable.category, 'Could not read the associations.', { fromObjectId: [id] }));
      return [];
    }
    const from = record && { type: type.name, id: record.id };
    const shown = from && page(scene, from, toType, after, associationPage);
    if (shown && shown.results.length > 0)
      return [{ from: { id }, to: shown.results, ...(shown.paging && { paging: shown.paging }) }];
    const none = `No ${toType.singular} is associated with ${type.singular} ${id}.`;
    errors.push(besides('OBJECT_NOT_FOUND', none, { fromObjectId: [id] }));
    return [];
  });
  return partly(complete(results, scene.world.clock().toISOString()), errors, unreadable.status);
});

function page({ portal }: Scene, from: End, toType: ObjectType, after: string | undefined, limit: number) {
  const links = livingLinks(portal, from, toType.name);
  const ids = [...new Set(links.map((item) => item.to.id))];
  const start = Number(after ?? 0);
  const end = start + limit;
  const results = ids.slice(start, end).map((id) => ({
    toObjectId: id,
    associationTypes: links
      .filter((item) => item.to.id === id)
      .map((item) => {
        const label = associationType(from.type, toType.name, item.typeId)?.label;
        return { category: 'HUBSPOT_DEFINED', typeId: item.typeId, ...(label && { label }) };
      }),
  }));
  return { results, ...(end < ids.length && { paging: { next: { after: String(end) } } }) };
}

function ends(scene: Scene, fromType: ObjectType, toType: ObjectType, ids: { id: string; toId: string }) {
  const from = existing(scene, fromType, ids.id);
  const to = existing(scene, toType, ids.toId);
  if (to.id !== ids.toId && scene.world.settings.mergedLinks === 'refused')
    throw notFound(toType.singular, ids.toId);
  return { from, to, fromType, toType };
}

function existing({ portal }: Scene, type: ObjectType, id: string): End {
  const record = portal.find(type.name, id);
  if (!record || record.archivedAt) throw notFound(type.singular, id);
  return { type: type.name, id: record.id };
}
