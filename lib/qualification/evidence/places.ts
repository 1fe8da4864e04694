// Recognises a country however it was typed: by its name in a few languages, its ISO code, or a usual short form.

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
const shortForms: Record<string, string> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  'u k': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  uae: 'AE',
  korea: 'KR',
  turkey: 'TR',
};
let known: Map<string, string> | null = null;

/** Text for comparing: lower case, no accents, marks and runs of spaces to one space. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Built when first asked for: 676 code pairs in seven languages take a few milliseconds. */
function names(): Map<string, string> {
  if (known !== null) return known;
  known = new Map(Object.entries(shortForms));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    // Codes that were given up (DD, SU) stand for their successors and would hide them.
    .filter((code) => new Intl.Locale(`und-${code}`).region === code);
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name === undefined || /^(EU|EZ|UN|QO|ZZ|XA|XB)$/.test(code)) continue;
      const folded = foldWords(name);
      if (!known.has(folded)) known.set(folded, code);
      if (!known.has(code.toLowerCase())) known.set(code.toLowerCase(), code);
    }
  }
  known.set('uk', 'GB');
  return known;
}

/** The country's ISO code, or null when the text isn't a country that we recognise. */
export function countryOf(text: string): string | null {
  return names().get(foldWords(text)) ?? null;
}
