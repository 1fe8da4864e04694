// POST /crm/objects/2026-09/{type}/merge: two records become one.
import { Hono } from 'hono';
import * as v from 'valibot';
import { badRequest } from '../problem';
import { merge } from '../rules/archive';
import { body } from './body';
import type { ApiEnv } from './env';
import { found } from './objects';
import { json } from './respond';
import { shownRecord } from './show';
import { typeOf } from './type';

const MergeBody = v.object({ primaryObjectId: v.string(), objectIdToMerge: v.string() });

export const merges = new Hono<ApiEnv>().post('/:type/merge', async (c) => {
  const type = typeOf(c, 'write');
  const input = await body(c, MergeBody);
  const scene = c.get('scene');
  const survivor = found(scene.portal, type, input.primaryObjectId, undefined, false);
  const gone = found(scene.portal, type, input.objectIdToMerge, undefined, false);
  if (survivor.id === gone.id) throw badRequest('A record cannot be merged with itself.');
  return json(shownRecord(scene.portal, merge(scene, survivor, gone), ['hs_merged_object_ids']));
});
