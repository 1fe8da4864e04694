// The org that a rep typed: its API's host, or in a sentence why it can't be one.
import { apiHost } from './hosts';

const EXAMPLE = 'such as acme.my.salesforce.com';

/**
 * `host`: that of the org's API. Taken is what people copy: a My Domain host, or the address of any of the org's pages.
 * `refused`: a sentence beside the field; nothing of what was typed is opened then.
 */
export function typedHost(typed: string): { host: string } | { refused: string } {
  const text = typed.trim();
  if (text === '') return { refused: `Type the My Domain of your org, ${EXAMPLE}.` };
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https')
    return { refused: `Salesforce is reached by https only. Leave “${scheme}://” out, ${EXAMPLE}.` };
  // Up to where a browser ends a host; it takes a backslash for a slash.
  const host = text.replace(/^https:\/\//i, '').split(/[/?#\\]/)[0] ?? '';
  const refused = why(host) ?? null;
  if (refused) return { refused: `${refused}, ${EXAMPLE}.` };
  const api = apiHost(host.toLowerCase());
  return api === '' ? { refused: `This is not a My Domain, ${EXAMPLE}.` } : { host: api };
}

/** What people read of a host need not be what a browser opens. The most telling reason first. */
function why(host: string): string | undefined {
  if (/\s/.test(host)) return 'There is a space in it. Type the host alone';
  if (host.includes('@')) return 'There is a name before the “@”. Type the host alone';
  if (/^\[|^[\d.]+(:\d*)?$/.test(host)) return 'This is the address of a computer. Type your org’s My Domain';
  if (/:\d*$/.test(host)) return 'There is a port after the “:”. Leave it out';
  if (host.includes(':')) return 'Salesforce is reached by https only. Type the host alone';
  if (/[^\x20-\x7e]/.test(host) || /(^|\.)xn--/i.test(host))
    return 'It has letters that are not plain ones and may only look like them. Type it by hand';
  if (host.endsWith('.')) return 'It ends with a dot. Leave that out';
  return undefined;
}
