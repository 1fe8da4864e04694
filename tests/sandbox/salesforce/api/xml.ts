// A small XML reader for SOAP envelopes: elements, text, entities and CDATA; no DTD.
import { refuse } from '../problem';

export type XmlNode = { name: string; text: string; nil: boolean; children: XmlNode[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X'))
      return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

/** The root element; names without their namespace's prefix. Throws a refusal for what isn't well formed. */
export function readXml(text: string): XmlNode {
  const top: XmlNode = { name: '', text: '', nil: false, children: [] };
  const open = [top];
  const pattern =
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    end = pattern.lastIndex;
    const [, cdata, closing, name = '', attributes = '', empty, plain] = match;
    const here = open.at(-1) ?? top;
    if (cdata !== undefined) here.text += cdata;
    else if (plain !== undefined) here.text += decoded(plain);
    else if (closing === '/') {
      if (open.length < 2 || here.name !== local(name)) throw broken();
      open.pop();
    } else if (closing === '') {
      const nil = /\bnil\s*=\s*["']true["']/.test(attributes);
      const node = { name: local(name), text: '', nil, children: [] };
      here.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  const [root] = top.children;
  if (end < text.length || open.length > 1 || !root) throw broken();
  return root;
}

const local = (name: string) => name.replace(/^.*:/, '');
const broken = () => refuse('UNKNOWN_EXCEPTION', 'Unable to read the XML of this request', undefined, 500);

export function child(node: XmlNode | null, name: string): XmlNode | null {
  return node?.children.find((item) => item.name === name) ?? null;
}

/** The text of a child; null where there is none, or where it is empty or nil. */
export function textIn(node: XmlNode, name: string): string | null {
  const found = child(node, name);
  const text = found?.text.trim() ?? '';
  return !found || found.nil || text === '' ? null : text;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
