// Where the page of a Salesforce record is.
import { pageHost } from './hosts';

/** The address of a record's page in Lightning; `account` is the host of the org's API. */
export function recordAddress({
  account,
  object,
  id,
}: {
  account: string;
  object: string;
  id: string;
}): string {
  return `https://${pageHost(account)}/lightning/r/${[object, id].map(encodeURIComponent).join('/')}/view`;
}
