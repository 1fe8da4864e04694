// The client speaks HubSpot's v3 and v4 paths; these turn them into the date-based paths of 2026-09, and no others.

const VERSION = '2026-09';
export const API = 'https://api.hubapi.com';

/** [what the client writes, what is sent]; the first that fits wins. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/^\/crm\/v3\/(objects|properties|pipelines)\//, `/crm/$1/${VERSION}/`],
  [/^\/crm\/v4\/objects\//, `/crm/objects/${VERSION}/`],
  [/^\/crm\/v4\/associations\//, `/crm/associations/${VERSION}/`],
];

const CURRENT = new RegExp(
  `^/(crm/(objects|properties|pipelines|owners|associations)|account-info)/${VERSION}(/|$)`,
);

/** The URL to send for one that the client made. Throws where it would leave HubSpot's API or its 2026-09 paths. */
export function currentUrl(clientUrl: string): string {
  const url = new URL(clientUrl);
  if (url.origin !== API) throw new Error('Only api.hubapi.com is called');
  for (const [from, to] of REWRITES) {
    if (from.test(url.pathname)) {
      url.pathname = url.pathname.replace(from, to);
      break;
    }
  }
  if (!CURRENT.test(url.pathname) && url.toString() !== tokenInfoUrl)
    throw new Error(`Not a path of HubSpot's ${VERSION} API`);
  return url.toString();
}

/** The parts of a path of our own, each encoded: path('crm', 'objects') -> https://api.hubapi.com/crm/objects. */
export function apiUrl(...parts: string[]): string {
  return `${API}/${parts.map(encodeURIComponent).join('/')}`;
}

/** Whose a private app's token is, and what it may do. It has no date-based path. */
export const tokenInfoUrl = apiUrl('oauth', 'v2', 'private-apps', 'get', 'access-token-info');

export const accountDetailsUrl = apiUrl('account-info', VERSION, 'details');

export const batchUrl = (object: string, what: 'read' | 'update'): string =>
  apiUrl('crm', 'objects', VERSION, object, 'batch', what);

export const searchUrl = (object: string): string => apiUrl('crm', 'objects', VERSION, object, 'search');

export const associationsUrl = (from: string, to: string): string =>
  apiUrl('crm', 'associations', VERSION, from, to, 'batch', 'read');

/** The plain link between two records, of the kind that HubSpot has for their types. */
export const linkUrl = (from: string, id: string, to: string, toId: string): string =>
  apiUrl('crm', 'objects', VERSION, from, id, 'associations', 'default', to, toId);

export const propertyUrl = (object: string, name: string): string =>
  apiUrl('crm', 'properties', VERSION, object, name);

export const pipelinesUrl = (object: string): string => apiUrl('crm', 'pipelines', VERSION, object);

/** One owner, by its own id or by the id of the user behind it. */
export const ownerUrl = (id: string, by: 'id' | 'userId'): string =>
  `${apiUrl('crm', 'owners', VERSION, id)}?${new URLSearchParams({ idProperty: by, archived: 'false' })}`;

export const ownersUrl = (after: string | null, limit: number): string =>
  `${apiUrl('crm', 'owners', VERSION)}?${new URLSearchParams({
    limit: String(limit),
    archived: 'false',
    ...(after === null ? {} : { after }),
  })}`;
