// Takes what must not be told out of a CRM's words, as they come: before they are parsed, shortened or shown. Pure.

const INSTEAD = '[secret]';

/** A shorter run of letters and digits is found too often to spare the closer look. */
const RARE = 8;

/**
 * The text with every whole appearance of these secrets taken out: plain, or as JSON, a URL, a form or XML writes it,
 * and as one of them writes what another wrote. A text without any is only searched, which is fast at any length.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    const run = longestRun(secret);
    if (run.length < RARE || clean.includes(run)) clean = clean.replace(pattern(secret), INSTEAD);
  }
  return clean;
}

/** Letters and digits stand for themselves however a text is written: where the longest run is not, the secret is not. */
const longestRun = (secret: string): string =>
  secret.split(/[^A-Za-z\d]+/).reduce((longest, run) => (run.length > longest.length ? run : longest), '');

const NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

const pattern = (secret: string): RegExp => new RegExp(secret.replace(/[^A-Za-z\d]/g, anyForm), 'gi');

/** A sign in all its forms. Counts are bounded, so that no text makes the search slow. */
function anyForm(char: string): string {
  const code = char.charCodeAt(0).toString(16).padStart(2, '0');
  const plain = `\\u${code.padStart(4, '0')}`;
  const name = NAMES[char];
  const xml = [...(name ? [name] : []), `#0{0,4}${char.charCodeAt(0)}`, `#x0{0,4}${code}`].join('|');
  return [
    '(?:',
    `\\\\{0,4}(?:${plain}|u${code.padStart(4, '0')})`,
    `|%(?:25){0,3}${code}`,
    `|&(?:amp;){0,2}(?:${xml});`,
    ')',
  ].join('');
}
