// Takes what must not be told out of a CRM's words, as they come: before they are parsed, shortened or shown. Pure.

const INSTEAD = '[secret]';

/** A shorter run of letters and digits is found too often to spare the closer look. */
const RARE = 8;

/** So many letters and digits of a secret in a row are told to nobody. */
const PART = 16;

/**
 * The text with every whole appearance of these secrets taken out: plain, or as JSON, a URL, a form or XML writes it,
 * and as one of them writes what another wrote. A text without any is only searched, which is fast at any length.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = plainLetters(text);
  const small = clean.toLowerCase();
  for (const secret of secrets) {
    if (secret === '') continue;
    const run = longestRun(secret).toLowerCase();
    if (run.length < RARE || small.includes(run)) clean = clean.replace(pattern(secret), INSTEAD);
  }
  return clean;
}

/**
 * What is to be kept and shown of a CRM's words, once they are read: the same, and nothing of a text that has a good
 * part of a secret in it, whatever stands between its letters (spaces, escapes, signs that nobody sees).
 */
export function withoutParts(text: string, secrets: readonly string[]): string {
  const clean = withoutSecrets(text, secrets);
  const forms = [bare(clean), bare(unescaped(clean))];
  return secrets.some((secret) => partsOf(secret).some((part) => forms.some((form) => form.includes(part))))
    ? INSTEAD
    : clean;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');

/** What stands before a "!" is an org's id in Salesforce's tokens, and no secret. */
function partsOf(secret: string): string[] {
  const whole = bare(secret.slice(secret.indexOf('!') + 1));
  return Array.from({ length: Math.max(0, whole.length - PART + 1) }, (_, at) => whole.slice(at, at + PART));
}

const ESCAPED =
  /\\+u00([2-7][\da-f])|%(?:25){0,3}([2-7][\da-f])|&(?:amp;){0,2}#(?:x0{0,4}([2-7][\da-f])|0{0,4}(\d{2,3}));/gi;

/** Plain signs for what JSON, a URL or XML writes as a number, one in the other too. For looking only. */
const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, json?: string, url?: string, hex?: string, decimal?: string) =>
    String.fromCharCode(
      decimal === undefined ? Number.parseInt(json ?? url ?? hex ?? '', 16) : Number(decimal),
    ),
  );

const PAIR = /\\(?:u00(3\d|[46][1-9a-f]|[57][\da])|[\s\S])/gi;

/** JSON writes a letter or a digit plainly or by its number, and it is the same JSON; here it is plain. */
function plainLetters(text: string): string {
  if (!/\\u00/i.test(text)) return text;
  return text.replace(PAIR, (pair, code?: string) =>
    code === undefined ? pair : String.fromCharCode(Number.parseInt(code, 16)),
  );
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
