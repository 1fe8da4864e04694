// The REST API: all its routes in one list.

import type { Scene } from '../world';
import { batch } from './batch';
import { type Answer, type Call, dispatch, ok, type Route, route } from './call';
import { collectionRoutes } from './collections';
import { composite } from './composite';
import { describeRoutes } from './describe';
import { queryRoutes } from './query';
import { recordRoutes } from './records';
import { uiRoutes } from './uiapi';

const inside: Route[] = [
  ...queryRoutes,
  ...describeRoutes,
  ...recordRoutes,
  ...collectionRoutes,
  ...uiRoutes,
  route('GET', /^\/limits\/?$/, ({ settings: { calls } }) =>
    ok({ DailyApiRequests: { Max: calls.max, Remaining: Math.max(0, calls.max - calls.used) } }),
  ),
];
const outside: Route[] = [
  ...inside,
  route(
    'POST',
    /^\/composite\/?$/,
    composite(() => inside),
  ),
  route(
    'POST',
    /^\/composite\/batch\/?$/,
    batch(() => inside),
  ),
  route('GET', /^\/?$/, (_, { version }) => {
    const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'ui-api'];
    return ok(Object.fromEntries(names.map((name) => [name, `/services/data/${version}/${name}`])));
  }),
];

/** The versions that this org speaks. */
const all = [50, 58, 60, 62, 64, 65, 66, 67, 68].map((number) => ({
  label: `Release ${number}`,
  url: `/services/data/v${number}.0`,
  version: `${number}.0`,
}));
export const versions = (newest: number) => all.filter(({ version }) => Number(version) <= newest);

export function rest(scene: Scene, call: Call): Answer {
  if (!versions(scene.settings.newestApi).some((version) => `v${version.version}` === call.version))
    return {
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    };
  return dispatch(outside, scene, call);
}
