// Which record a page shows, over every CRM. Goes into the content script: keep it tiny, import nothing large.
import type { Place } from '../qualification/record';
import type { Locate } from './crm';
import { locate as hubspot } from './hubspot/locate';

const locators: readonly Locate[] = [hubspot];

/** What the page at this URL shows; null where it is not a page of a CRM that Stagecheck knows. */
export function locate(url: string): Place | null {
  for (const one of locators) {
    const place = one(url);
    if (place) return place;
  }
  return null;
}
