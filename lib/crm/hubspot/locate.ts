// Which HubSpot record a page shows, from its URL alone. Goes into the content script: no imports but types.
import type { Place } from '../../qualification/record';

export const HUBSPOT = 'hubspot';

const HOST = /^app(-[a-z0-9]+)?\.hubspot\.com$/;
const PORTAL = /^[1-9]\d{0,11}$/;
const ID = /^[1-9]\d{0,18}$/;

type Kind = { object: string; role: 'person' | 'group' } | { what: string };

/** Record types by HubSpot's object type id. */
const BY_TYPE: Readonly<Record<string, Kind>> = {
  '0-1': { object: 'contacts', role: 'person' },
  '0-2': { object: 'companies', role: 'group' },
  '0-3': { object: 'deals', role: 'group' },
  '0-136': { object: 'leads', role: 'group' },
  '0-5': { what: 'a ticket' },
};

/** Record pages of the older form /contacts/{portal}/contact/{id}. */
const BY_WORD: Readonly<Record<string, string>> = {
  contact: '0-1',
  company: '0-2',
  deal: '0-3',
  ticket: '0-5',
};

const LISTS: Readonly<Record<string, string>> = {
  '0-1': 'contacts',
  '0-2': 'companies',
  '0-3': 'deals',
  '0-5': 'tickets',
  '0-136': 'leads',
};

const APPS: Readonly<Record<string, string>> = {
  tasks: 'the task list',
  'live-messages': 'the inbox',
  'reports-dashboard': 'a dashboard',
  settings: 'the settings',
  'user-guide': 'the start page',
  home: 'the start page',
  workflows: 'workflows',
  login: 'the sign-in page',
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** In a few words, what a page without a supported record is. */
function whatElse(app: string, section: string, detail: string, rest: readonly string[]): string {
  if (app === 'contacts') {
    const words = section === 'objects' ? own(LISTS, detail) : undefined;
    if (words) return rest.includes('board') ? `a board of ${words}` : `a list of ${words}`;
    if (section === 'contacts' || section === 'companies' || section === 'deals' || section === 'tickets')
      return `a list of ${section}`;
    if (section === 'lists' || section === 'objectLists') return 'a segment of contacts';
    return 'a page without a contact';
  }
  return own(APPS, app) ?? 'a page without a contact';
}

/**
 * What a HubSpot page shows; null where the URL is not a page of HubSpot's app.
 * `ref.account` is the portal's id as the URL has it.
 */
export function locate(url: string): Place | null {
  if (!URL.canParse(url)) return null;
  const at = new URL(url);
  if (at.protocol !== 'https:' || at.port !== '' || at.username !== '' || at.password !== '') return null;
  if (!HOST.test(at.hostname)) return null;

  const [, app = '', portal = '', section = '', detail = '', ...rest] = at.pathname.split('/');
  const account = PORTAL.test(portal) ? portal : null;
  const elsewhere = (what: string): Place => ({ role: 'none', crm: HUBSPOT, account, what });
  if (app !== 'contacts' || account === null) return elsewhere(whatElse(app, section, detail, rest));

  const legacy = own(BY_WORD, section);
  const typeId = section === 'record' ? detail : legacy;
  const id = section === 'record' ? rest[0] : detail;
  if (typeId === undefined || id === undefined || !ID.test(id))
    return elsewhere(whatElse(app, section, detail, rest));

  const kind = own(BY_TYPE, typeId);
  if (!kind) return elsewhere('a record of another kind');
  if ('what' in kind) return elsewhere(kind.what);
  return { role: kind.role, ref: { crm: HUBSPOT, account, object: kind.object, id } };
}
