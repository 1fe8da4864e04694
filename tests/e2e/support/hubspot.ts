// What HubSpot holds after a job, in the form that the review promised it.
import type { Page } from 'playwright-core';
import type { LoggedRequest } from '../../sandbox/common/log.ts';

/** Words without the differences that a rich-text field makes: runs of space, hard spaces, ends of lines. */
export const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** A note's body as a person reads it in HubSpot: its HTML as the browser shows it. */
export async function readNote(page: Page, html: string): Promise<string> {
  const words = await page.evaluate((source) => {
    const body = new DOMParser().parseFromString(source, 'text/html').body;
    for (const br of body.querySelectorAll('br')) br.replaceWith('\n');
    for (const block of body.querySelectorAll('p, div, li')) block.append('\n');
    return body.textContent ?? '';
  }, html);
  return plain(words);
}

/**
 * A note without what its last line gets only when it is sent: the submission’s id, the moment, the
 * checksum over both, and in Salesforce the seal.
 * The record line is a row of `name=value;`, the first of them these.
 */
export const withoutStamp = (note: string): string =>
  plain(note)
    .replace(/(stagecheck\/1)(; id=[\w-]*|\s+id=[\w-]*)?; at=[^;]*;/, '$1;')
    .replace(/end=\w+;( seal=\w+;)?$/, 'end;');

/** An update of no records: how the extension asks HubSpot whether its key may write. */
const ofNothing = (body: unknown): boolean => JSON.stringify(body) === '{"inputs":[]}';

/** What of this traffic was meant to change something: method, path, and the sandbox's status. */
export function writes(traffic: readonly LoggedRequest[]): string[] {
  return traffic
    .filter(({ method, path }) => method !== 'GET' && !/\/(batch\/read|search)$/.test(path))
    .filter(({ body }) => !ofNothing(body))
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
}
