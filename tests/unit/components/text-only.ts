// Whether a page holds text and nothing that text has made: no element, no handler, no address that it does not have otherwise.
import { expect } from 'vitest';
import { cleanLine } from '@/lib/util/text';

const HANDLER = /^on/i;
const ADDRESS = /^(href|src|srcset|srcdoc|action|formaction|data|background|poster|xlink:href)$/i;

/** Every kind of element that is there. */
export const kindsIn = (root: Element): Set<string> =>
  new Set([...root.querySelectorAll('*')].map(({ localName }) => localName));

/**
 * What is there that text must never make, one line each: an element of a kind that `known` lacks, an attribute that
 * runs or loads something, a link to another place than `host` by https.
 */
export function madeOf(root: Element, known: ReadonlySet<string>, host: string): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const found = known.has(element.localName) ? [] : [`<${element.localName}>`];
    for (const { name, value } of element.attributes) {
      if (HANDLER.test(name)) found.push(`${element.localName} ${name}=${value}`);
      if (!ADDRESS.test(name) || value.startsWith('#')) continue;
      const sound = URL.canParse(value) && new URL(value).origin === `https://${host}`;
      if (element.localName !== 'a' || name !== 'href' || !sound)
        found.push(`${element.localName} ${name}=${value}`);
    }
    return found;
  });
}

/** The beginning of a text, as a line of ours shows it; '' for one that shows nothing. */
export const shown = (text: string): string => cleanLine(text).slice(0, 30).trim();

/** What a place says, as one line. */
export const words = (place: Element): string => cleanLine(place.textContent ?? '');

/** Every element of the page that fits; there must be one. */
export function all(selector: string): Element[] {
  const found = [...document.querySelectorAll(selector)];
  expect(found.length, selector).toBeGreaterThan(0);
  return found;
}

/**
 * Gives the check that a text made nothing in a view, and that each of these places says it. A view is first shown with a
 * text that is not hostile: the kinds of element that it has then are all that it may have.
 */
export function createTextCheck(host: string) {
  const usual = new Map<string, Set<string>>();
  return (text: string, view: string, places: Element[]): void => {
    const kinds = usual.get(view) ?? kindsIn(document.body);
    usual.set(view, kinds);
    expect(madeOf(document.body, kinds, host), JSON.stringify(text.slice(0, 80))).toEqual([]);
    if (shown(text) === '') return;
    for (const place of places) expect(words(place), `${view}: ${place.localName}`).toContain(shown(text));
  };
}
