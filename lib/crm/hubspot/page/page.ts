// Whether a page of HubSpot shows a record of ours. Goes into the content script: every byte counts.

const HOST = /^app(-[a-z0-9]+)?\.hubspot\.com$/;

/**
 * /contacts/{portal}/record/{object type id}/{id}, and the older /contacts/{portal}/contact/{id}.
 * Portal, object type id without its "0-", else the older word, id.
 */
export const RECORD =
  /^\/contacts\/([1-9]\d{0,11})\/(?:record\/0-(1|2|3|136)|(contact|company|deal))\/([1-9]\d{0,18})(?:\/|$)/;

/** null: not a page of HubSpot's app. */
export function showsRecord(at: URL): boolean | null {
  return HOST.test(at.hostname) ? RECORD.test(at.pathname) : null;
}
