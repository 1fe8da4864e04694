// Whether a page of Salesforce shows a record of ours. Goes into the content script: every byte counts.

/** Rough, for the manifest names the hosts already; hosts.ts is exact. */
const HOST = /\.(lightning|my)\./;

/**
 * A lead's, contact's, account's or opportunity's id in /lightning/r/Lead/{id}/view, /lightning/r/{id}/view, Classic's
 * /{id}, and, in old hashes, /sObject/{id}/view.
 */
const RECORD = /^\/(?:lightning\/r\/(?:\w+\/)?|sObject\/)?(00[136Q]\w{12}(?:\w{3})?)(?:[/?]|$)/;

/** The path that a hash of /one/one.app stands for: base64 of {"attributes":{"recordId":...}}, or the path itself. */
function hashPath(hash: string): string {
  try {
    return `/${JSON.parse(atob(decodeURIComponent(hash))).attributes.recordId}`;
  } catch {
    return hash;
  }
}

/** The path of what a page shows, whether it stands in the path or in the hash. */
export const focused = ({ pathname, hash }: URL): string =>
  pathname === '/one/one.app' ? hashPath(hash.slice(1)) : pathname;

/** In a console the tab in focus counts; where that is no record of ours (a task), the one that it belongs to. */
const shown = (path: string, query: string): string | undefined =>
  (RECORD.exec(path) ?? RECORD.exec(new URLSearchParams(query).get('ws') ?? ''))?.[1];

/**
 * The id of the record that a page shows, as the URL has it. A dialog (new, edit, clone) lies over a page, whose path and
 * query it keeps: the record there is the one that is open, whatever the dialog is about.
 */
export function recordId(at: URL): string | undefined {
  const path = focused(at);
  const [behind = '', query = ''] = (at.searchParams.get('backgroundContext') ?? '').split('?');
  return (/\/view$/.test(path) ? undefined : shown(behind, query)) ?? shown(path, at.search);
}

/** null: not a page of Salesforce's. */
export function showsRecord(at: URL): boolean | null {
  return HOST.test(at.hostname) ? !!recordId(at) : null;
}
