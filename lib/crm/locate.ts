// Which record a page shows, over every CRM. The content script, which has no room for this, takes glance.ts.
import type { Place } from '../qualification/record';
import { locate as hubspot } from './hubspot/locate';
import { locate as salesforce } from './salesforce/locate';

/** What the page at this URL shows; null where it is not a page of a CRM that Stagecheck knows. */
export function locate(url: string): Place | null {
  return hubspot(url) ?? salesforce(url);
}
