// Which HubSpot record a page shows, from its URL alone. The content script asks less: see page.ts.

import { pageUrl } from '@/lib/crm/shared/page-url';
import type { Place } from '@/lib/record/record';
import { elsewhere } from './elsewhere';
import { RECORD, recordPath, showsRecord } from './page';

export const HUBSPOT = 'hubspot';

const ACCOUNT = /^\/[^/]*\/([1-9]\d{0,11})(?:\/|$)/;

/** Record types by HubSpot's object type id without its "0-", or by their word in older addresses. */
const OBJECTS: Readonly<Record<string, string>> = {
  1: 'contacts',
  2: 'companies',
  3: 'deals',
  136: 'leads',
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
};

/**
 * What a HubSpot page shows; null where the URL is not a page of HubSpot's app.
 * `ref.account` is the portal's id as the URL has it.
 */
export function locate(url: string): Place | null {
  const at = pageUrl(url);
  if (!at || showsRecord(at) === null) return null;
  const path = at.pathname;
  const [, account, type, word = '', id] = RECORD.exec(recordPath(at)) ?? [];
  const object = OBJECTS[type ?? word];
  if (account && object && id)
    return { role: object === 'contacts' ? 'person' : 'group', ref: { crm: HUBSPOT, account, object, id } };
  return { role: 'none', crm: HUBSPOT, account: ACCOUNT.exec(path)?.[1] ?? null, what: elsewhere(path) };
}
