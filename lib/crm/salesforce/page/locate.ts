// Which Salesforce record a page shows, from its URL alone. The content script asks less: see page.ts.

import { pageUrl } from '@/lib/crm/shared/page-url';
import type { Place } from '@/lib/record/record';
import { elsewhere } from './elsewhere';
import { apiHost } from './hosts';
import { longId } from './ids';
import { focused, recordId } from './page';

export const SALESFORCE = 'salesforce';

/** Objects that Stagecheck works on, by the first three characters of their ids. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  '00Q': 'Lead',
  '003': 'Contact',
  '001': 'Account',
  '006': 'Opportunity',
};

/** The object of an id; '' where Stagecheck doesn't work on it. */
export const objectOf = (id: string): string => BY_PREFIX[id.slice(0, 3)] ?? '';

/**
 * What a Salesforce page shows; null where the URL is not one of Salesforce's. `ref.account` is the host of the org's
 * API, `ref.id` has 18 characters, `ref.object` is what the id says, whatever the address says.
 */
export function locate(url: string): Place | null {
  const at = pageUrl(url);
  const account = at && apiHost(at.hostname);
  if (!account) return null;
  const id = longId(recordId(at) ?? '');
  const object = objectOf(id);
  if (object === '') return { role: 'none', crm: SALESFORCE, account, what: elsewhere(focused(at)) };
  const ref = { crm: SALESFORCE, account, object, id };
  if (object === 'Account') return { role: 'group', ref };
  // An opportunity is worked on itself, through its primary contact; its other contact roles are a list beside it.
  return object === 'Opportunity' ? { role: 'person', ref, people: true } : { role: 'person', ref };
}
