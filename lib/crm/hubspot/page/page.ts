// Whether a page of HubSpot shows a record of ours. Goes into the content script: every byte counts.

const HOST = /^app(-[a-z0-9]+)?\.hubspot\.com$/;

/**
 * /contacts/{portal}/record/{object type id}/{id}, and the older /contacts/{portal}/contact/{id}.
 * Portal, object type id without its "0-", else the older word, id.
 */
export const RECORD =
  /^\/contacts\/([1-9]\d{0,11})\/(?:record\/0-(1|2|3|136)|(contact|company|deal))\/([1-9]\d{0,18})(?:\/|$)/;

/** A lead beside a list, in the sales workspace: /prospecting/{portal}/leads/view/all-leads?leadId={id}. */
const BESIDE = /^\/prospecting\/[1-9]\d{0,11}\//;

/** The path of the record that a page shows, or of the page. */
export function recordPath({ pathname, searchParams }: URL): string {
  const [, , portal] = pathname.split('/');
  const lead = BESIDE.test(pathname) && searchParams.get('leadId');
  return lead ? `/contacts/${portal}/record/0-136/${lead}` : pathname;
}

/** null: not a page of HubSpot's app. */
export function showsRecord(at: URL): boolean | null {
  return HOST.test(at.hostname) ? RECORD.test(recordPath(at)) : null;
}
