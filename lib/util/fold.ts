// Text made ready for comparing: how CRMs and people write the same words differently.

/** Text for comparing: lower case, no accents, marks and runs of spaces to one space. */
export function foldWords(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Accents only: in Hindi or Thai a vowel is a mark too.
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
  );
}

/**
 * The same with its punctuation, where clauses and apostrophes matter ("didn't answer"). What is longer than a line of
 * a CRM is cut.
 */
export const foldLine = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Finds any of these, as whole words of a folded text; each line has alternatives of a regular expression of ours. */
export const wordsOf = (...lines: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${lines.join('|')})(?![\\p{L}\\p{N}])`, 'u');
