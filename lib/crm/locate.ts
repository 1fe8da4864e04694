// Which record a page shows, over every CRM. The content script, which has no room for this, takes glance.ts.
import type { Place } from '../record/record';
import { locate as hubspot } from './hubspot/page/locate';
import { locate as salesforce } from './salesforce/page/locate';

/** What the page at this URL shows; null where it is not a page of a CRM that Stagecheck knows. */
export function locate(url: string): Place | null {
  return hubspot(url) ?? salesforce(url);
}
