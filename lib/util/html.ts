// Note bodies: plain text to HTML that shows it as it is, and any HTML back to plain text, without a DOM.
import { own } from './object';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  copy: '©',
};

const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
]);
const HIDDEN = new Set(['script', 'style', 'template', 'title']);

/** HTML that shows the text and nothing else: no markup of the text survives. Line ends become <br>. */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll('\n', '<br>');
}

/** The text that the HTML shows, line by line. One pass over the input, whatever it is. */
export function htmlToText(html: string): string {
  const out: string[] = [];
  /** Block ends ask for a line end; only text that follows makes it real. */
  let brokenLine = false;
  const put = (text: string) => {
    if (text === '') return;
    if (brokenLine && out.length > 0) out.push('\n');
    brokenLine = false;
    out.push(text);
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      put(decode(html.slice(at)));
      break;
    }
    put(decode(html.slice(at, open)));
    const tag = readTag(html, open);
    if (tag === null) {
      put('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (tag.name === 'br') {
      if (brokenLine && out.length > 0) out.push('\n');
      brokenLine = false;
      out.push('\n');
    } else if (BREAKS.has(tag.name)) brokenLine = true;
    else if (HIDDEN.has(tag.name) && !tag.closing) at = afterClosing(html, at, tag.name);
  }
  return out.join('').trim();
}

type Tag = { name: string; closing: boolean; end: number };

/** The tag at `open`, or null where the sign stands for itself. Attribute values may hold anything but their quote. */
function readTag(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4);
    return { name: '', closing: false, end: close < 0 ? html.length : close + 3 };
  }
  const closing = html[open + 1] === '/';
  const start = open + (closing ? 2 : 1);
  let end = start;
  while (end < html.length && /[A-Za-z0-9]/.test(html.charAt(end))) end++;
  if (end === start && html[open + 1] !== '!') return null;
  const name = html.slice(start, end).toLowerCase();
  let quote = '';
  for (let at = end; at < html.length; at++) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return { name, closing, end: at + 1 };
    else if (html[at - 1] === '=' && (sign === '"' || sign === "'")) quote = sign;
  }
  return { name, closing, end: html.length };
}

function afterClosing(html: string, from: number, name: string): number {
  let at = from;
  for (;;) {
    const close = html.indexOf('</', at);
    if (close < 0) return html.length;
    if (html.slice(close + 2, close + 2 + name.length).toLowerCase() === name) {
      const end = html.indexOf('>', close);
      return end < 0 ? html.length : end + 1;
    }
    at = close + 2;
  }
}

function decode(text: string): string {
  return text
    .replace(/[\n\r\t]+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, dec, hex, name) => {
      if (typeof name === 'string') return own(NAMED, name) ?? whole;
      const code = typeof dec === 'string' ? Number(dec) : Number.parseInt(String(hex), 16);
      const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : whole;
    });
}
