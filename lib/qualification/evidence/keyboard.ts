// Tells letters and digits that were only struck because a field wanted something: asdf, qwertz, 12345, aaaa.

/** Rows of the English, German and French keyboards, and of digits; read in both directions. */
const rows = [
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '01234567890',
];
const both = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const along = (text: string) => both.some((row) => row.includes(text));

/** Four in a row may be a word in some language ("wert", "Azer"); these are none. */
const FOUR =
  /^(asdf|sdfg|dfgh|fghj|ghjk|hjkl|lkjh|kjhg|hgfd|gfds|fdsa|qwer|rewq|zxcv|xcvb|cvbn|vbnm|vcxz|yxcv|wxcv|uiop|poiu|tyui|qsdf|1q2w(3e(4r)?)?|qaz(wsx(edc)?)?|1qaz(2wsx)?)$/;

/** The part that a text repeats, if it does ("asdasd", "sdfsdf"); else the text. */
function repeated(text: string): string {
  for (let length = 2; length <= Math.min(5, text.length / 2); length += 1) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return text;
}

/**
 * Whether a word, folded to lower case, is a run of keys. `upper`: it was typed in capitals alone, as abbreviations
 * are. `name`: three signs alike may be a name (AAA, 777).
 */
export function isKeyRun(word: string, { upper, name }: { upper: boolean; name: boolean }): boolean {
  if (/^(.)\1{3,}$/su.test(word)) return true;
  if (/^([a-hj-v])\1\1$/.test(word)) return !upper && !name;
  if (/^\d+$/.test(word)) {
    if (/^0{2,}$/.test(word)) return true;
    return along(word) && (word.length > 4 || (word.length > 2 && /^(0?1|9)/.test(word)));
  }
  if (FOUR.test(word)) return true;
  const part = repeated(word);
  if (part !== word && part.length > 2 && along(part)) return word.length > 5 || !name;
  if (word.length > 4 && along(word)) return true;
  // A fist on the middle row: no vowel, and no abbreviation.
  return word.length > 4 && !upper && /^[sdfghjkl]+$/.test(word);
}
