// The identity service: GET /id/{org}/{user} at the login hosts and the org's own, and the URL by which the API names it.
// https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm: what it tells, and its plain words of refusal.
import type { Grants } from '../grants';
import { to18 } from '../ids';
import type { OrgInfo } from '../model';
import type { Store } from '../store';
import type { World } from '../world';
import { served } from './versions';

/** Production signs in at one host, sandboxes at the other. */
export const loginHost = (info: OrgInfo) => (info.isSandbox ? 'test.salesforce.com' : 'login.salesforce.com');
export const identityUrl = (info: OrgInfo, user: string) =>
  `https://${loginHost(info)}/id/${to18(info.id) ?? info.id}/${user}`;

const PATH = /^\/id\/(\w+)\/(\w+)\/?$/;
export const isIdentity = (request: Request) => PATH.test(new URL(request.url).pathname);

const refused = (status: number, words: string) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain;charset=UTF-8' } });

/** Answers for the orgs that the host stands for. */
export function identityService(world: World, grants: Grants) {
  return (request: Request): Response => {
    const { pathname, searchParams } = new URL(request.url);
    const [, orgId = '', userId = ''] = PATH.exec(pathname) ?? [];
    const bearer = /^(?:Bearer|OAuth) (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const token = bearer ?? searchParams.get('oauth_token');
    if (!token) return refused(403, 'Missing_OAuth_Token');
    const grant = grants.find(token);
    if (grant?.state !== 'good' || grant.kind === 'lightning') return refused(403, 'Bad_OAuth_Token');
    if (grant.kind === 'oauth' && !world.settings[grant.org].oauth.userinfo)
      return refused(403, 'Bad_OAuth_Token');
    const info = [...world.store.orgs.values()].find(({ info: { id } }) => to18(id) === to18(orgId))?.info;
    if (!info) return refused(404, 'Bad_Id');
    if (info.name !== grant.org) return refused(403, 'Wrong_Org');
    const person = world.store.org(grant.org).find('User', userId);
    if (!person) return refused(404, 'Bad_Id');
    if (person.values.IsActive === false) return refused(404, 'Inactive');
    const asked = searchParams.get('version');
    const version = asked === 'latest' ? `${served.at(-1)}.0` : (asked ?? '{version}');
    const body = JSON.stringify(told(world.store, info, person.id, grant.user, version));
    return new Response(body, { headers: { 'content-type': 'application/json;charset=UTF-8' } });
  };
}

function told(store: Store, info: OrgInfo, userId: string, asserted: string, version: string) {
  const person = store.org(info.name).find('User', userId)?.values ?? {};
  const base = `https://${info.api}`;
  const data = `${base}/services/data/v${version}`;
  const photo = (name: string) => `https://${info.lightning}/profilephoto/005/${name}`;
  return {
    id: identityUrl(info, userId),
    asserted_user: asserted === userId,
    user_id: userId,
    organization_id: to18(info.id),
    username: person.Username,
    nick_name: person.Alias,
    display_name: person.Name,
    email: person.Email,
    email_verified: true,
    first_name: person.FirstName,
    last_name: person.LastName,
    timezone: person.TimeZoneSidKey,
    photos: { picture: photo('F'), thumbnail: photo('T') },
    addr_street: null,
    addr_city: null,
    addr_state: null,
    addr_country: null,
    addr_zip: null,
    mobile_phone: null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: {
      enterprise: `${base}/services/Soap/c/${version}/${to18(info.id)}`,
      metadata: `${base}/services/Soap/m/${version}/${to18(info.id)}`,
      partner: `${base}/services/Soap/u/${version}/${to18(info.id)}`,
      rest: `${data}/`,
      sobjects: `${data}/sobjects/`,
      search: `${data}/search/`,
      query: `${data}/query/`,
      recent: `${data}/recent/`,
      profile: `${base}/${userId}`,
      feeds: `${data}/chatter/feeds`,
      groups: `${data}/chatter/groups`,
      users: `${data}/chatter/users`,
      feed_items: `${data}/chatter/feed-items`,
    },
    active: person.IsActive,
    user_type: 'STANDARD',
    language: person.LocaleSidKey,
    locale: person.LocaleSidKey,
    utcOffset: 0,
    last_modified_date: person.LastModifiedDate,
    is_app_installed: true,
  };
}
