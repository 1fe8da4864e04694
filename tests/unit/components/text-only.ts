// Whether a page holds text and nothing that text has made: no element, no handler, no address that it does not have otherwise.

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
