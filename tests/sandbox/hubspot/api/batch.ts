// /crm/objects/2026-09/{type}/batch: read, create, update, archive; what fails in a read stands beside the rest.
import { Hono } from 'hono';
import * as v from 'valibot';
import { badRequest, Refusal } from '../problem';
import { archive } from '../rules/archive';
import { create, update } from '../rules/write';
import { body, filled, Properties } from './body';
import type { ApiEnv } from './env';
import { CreateBody, found, newLinks } from './objects';
import { json } from './respond';
import { shownRecord } from './show';
import { typeOf } from './type';

const MOST = 100;

const ReadBody = v.object({
  inputs: v.array(v.object({ id: v.string() })),
  properties: v.optional(v.array(v.string()), []),
  propertiesWithHistory: v.optional(v.array(v.string()), []),
  idProperty: v.optional(v.string()),
});
const UpdateBody = v.object({
  inputs: v.array(v.object({ id: v.string(), properties: Properties, idProperty: v.optional(v.string()) })),
});

export const batch = new Hono<ApiEnv>()
  .post('/:type/batch/read', async (c) => {
    const type = typeOf(c, 'read');
    const input = await body(c, ReadBody);
    fewEnough(input.inputs);
    const { portal, world } = c.get('scene');
    const startedAt = world.clock().toISOString();
    const archived = c.req.query('archived') === 'true';
    const { unreadable } = world.settings;
    const missing: string[] = [];
    const unread: string[] = [];
    const results = [...new Set(input.inputs.map((item) => item.id))].flatMap((id) => {
      try {
        const record = found(portal, type, id, input.idProperty, archived);
        if (!unreadable.ids.includes(record.id))
          return [shownRecord(portal, record, input.properties, input.propertiesWithHistory)];
        unread.push(id);
        return [];
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        missing.push(id);
        return [];
      }
    });
    // Two ids of one merged record give it once.
    const once = [...new Map(results.map((result) => [result.id, result])).values()];
    const errors = [
      ...(missing.length > 0 ? [notThere(missing)] : []),
      ...(unread.length > 0 && !unreadable.silently
        ? [besides(unreadable.category, 'Could not read some objects.', { ids: unread })]
        : []),
    ];
    return partly(complete(once, startedAt), errors, unread.length > 0 ? unreadable.status : 207);
  })
  .post('/:type/batch/create', async (c) => {
    const type = typeOf(c, 'write');
    const input = await body(c, v.object({ inputs: v.array(CreateBody) }));
    fewEnough(input.inputs);
    const scene = c.get('scene');
    const startedAt = scene.world.clock().toISOString();
    const results = input.inputs.map((item) => {
      const record = create(scene, type.name, filled(item.properties), newLinks(type, item.associations));
      return shownRecord(scene.portal, record, Object.keys(item.properties));
    });
    return json(complete(results, startedAt), 201);
  })
  .post('/:type/batch/update', async (c) => {
    const type = typeOf(c, 'write');
    const input = await body(c, UpdateBody);
    fewEnough(input.inputs);
    const scene = c.get('scene');
    const startedAt = scene.world.clock().toISOString();
    const results = input.inputs.map((item) => {
      const record = found(scene.portal, type, item.id, item.idProperty, false);
      const changed = update(scene, record, filled(item.properties));
      return shownRecord(scene.portal, changed, Object.keys(item.properties));
    });
    return json(complete(results, startedAt));
  })
  .post('/:type/batch/archive', async (c) => {
    const type = typeOf(c, 'write');
    const input = await body(c, v.object({ inputs: v.array(v.object({ id: v.string() })) }));
    fewEnough(input.inputs);
    const scene = c.get('scene');
    for (const { id } of input.inputs) {
      const record = scene.portal.find(type.name, id);
      if (record && !record.archivedAt) archive(scene, record);
    }
    return new Response(null, { status: 204 });
  });

function fewEnough(inputs: unknown[]) {
  if (inputs.length > MOST) throw badRequest(`At most ${MOST} inputs fit in a batch, not ${inputs.length}.`);
}

const notThere = (ids: string[]) =>
  besides(
    'OBJECT_NOT_FOUND',
    'Could not get some objects, they may be deleted or not exist. Check that ids are valid.',
    { ids },
  );

/** Why a part of a batch failed, as it stands beside the results. */
export function besides(category: string, message: string, context: Record<string, string[]>) {
  return { status: 'error', category, message, context, errors: [], links: {} };
}

/** The answer to a batch, with what failed beside the results. */
export function partly(answer: object, errors: object[], status: 200 | 207): Response {
  return errors.length === 0 ? json(answer) : json({ ...answer, numErrors: errors.length, errors }, status);
}

export function complete<T>(results: T[], startedAt: string) {
  return { status: 'COMPLETE', results, startedAt, completedAt: startedAt };
}
