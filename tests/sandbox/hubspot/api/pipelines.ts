// GET /crm/pipelines/2026-09/{type}: the pipelines of deals and leads with their stages.
import { type Context, Hono } from 'hono';
import type { Pipeline, PipelineStage } from '../model';
import { notFound } from '../problem';
import type { ApiEnv } from './env';
import { json } from './respond';
import { typeOf } from './type';

const SINCE = '2020-01-15T10:00:00.000Z';
const stageShown = (stage: PipelineStage) => ({
  ...stage,
  createdAt: SINCE,
  updatedAt: SINCE,
  archived: false,
  writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
});
const shown = (pipeline: Pipeline) => ({
  ...pipeline,
  stages: pipeline.stages.map(stageShown),
  createdAt: SINCE,
  updatedAt: SINCE,
  archived: false,
});
const all = (c: Context<ApiEnv>) => c.get('scene').portal.pipelines[typeOf(c, 'read').name] ?? [];

function one(c: Context<ApiEnv>): Pipeline {
  const id = c.req.param('pipeline') ?? '';
  const pipeline = all(c).find((item) => item.id === id);
  if (!pipeline) throw notFound('pipeline', id);
  return pipeline;
}

export const pipelines = new Hono<ApiEnv>()
  .get('/:type', (c) => json({ results: all(c).map(shown) }))
  .get('/:type/:pipeline', (c) => json(shown(one(c))))
  .get('/:type/:pipeline/stages', (c) => json({ results: one(c).stages.map(stageShown) }))
  .get('/:type/:pipeline/stages/:stage', (c) => {
    const id = c.req.param('stage');
    const stage = one(c).stages.find((item) => item.id === id);
    if (!stage) throw notFound('pipeline stage', id);
    return json(stageShown(stage));
  });
