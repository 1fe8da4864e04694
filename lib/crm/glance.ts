// Whether a page shows a record, over every CRM: all that the content script asks, in a few hundred bytes.
import { showsRecord as onHubSpot } from './hubspot/page/page';
import { showsRecord as onSalesforce } from './salesforce/page/page';
import { pageUrl } from './shared/page-url';

/** null: no page of a CRM. Rougher than locate, which decides in the background; it never says less. */
export function glance(url: string): boolean | null {
  const at = pageUrl(url);
  return at && (onHubSpot(at) ?? onSalesforce(at));
}
