// The REST API: all its routes in one list.

import type { Scene } from '../world';
import { actionRoutes } from './actions';
import { batch } from './batch';
import { type Answer, type Call, dispatch, ok, type Route, route } from './call';
import { collectionRoutes } from './collections';
import { composite } from './composite';
import { describeRoutes } from './describe';
import { identityUrl } from './identity';
import { layoutRoutes } from './layouts';
import { limitRoutes } from './limits';
import { listViewRoutes } from './listviews';
import { queryRoutes } from './query';
import { recentRoutes } from './recent';
import { recordRoutes } from './records';
import { replicationRoutes } from './replication';
import { searchRoutes } from './search';
import { tabRoutes } from './tabs';
import { uiRoutes } from './uiapi';
import { isRetired, releaseName, served } from './versions';

const inside: Route[] = [
  ...queryRoutes,
  ...describeRoutes,
  ...layoutRoutes,
  ...listViewRoutes,
  ...replicationRoutes,
  ...actionRoutes,
  ...recordRoutes,
  ...collectionRoutes,
  ...uiRoutes,
  ...limitRoutes,
  ...recentRoutes,
  ...searchRoutes,
  ...tabRoutes,
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
  route('GET', /^\/?$/, ({ org, user }, { version }) => {
    const paths = resources.map((name) => [name, `/services/data/${version}/${name}`]);
    return ok({ ...Object.fromEntries(paths), identity: identityUrl(org.info, user) });
  }),
];

/** What the API's root names; the identity URL comes beside them. */
const resources = [
  ...['sobjects', 'query', 'queryAll', 'search', 'composite', 'limits', 'recent', 'tabs', 'theme'],
  ...['quickActions', 'compactLayouts'],
];

/** The versions that this org speaks. */
const all = served.map((number) => ({
  label: releaseName(number),
  url: `/services/data/v${number}.0`,
  version: `${number}.0`,
}));
export const versions = (newest: number) => all.filter(({ version }) => Number(version) <= newest);

export function rest(scene: Scene, call: Call): Answer {
  if (isRetired(call.version))
    return {
      status: 410,
      body: [{ errorCode: 'GONE', message: 'The requested version of the API is retired' }],
    };
  const type = call.headers['content-type'] ?? 'application/json';
  if (call.body !== undefined && !/\bjson\b/i.test(type))
    return {
      status: 415,
      body: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE', message: `Content-Type '${type}' not supported` }],
    };
  if (!versions(scene.settings.newestApi).some((version) => `v${version.version}` === call.version))
    return {
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    };
  return dispatch(outside, scene, call);
}
