// Makes text from a CRM or a person safe and short enough to stand in a line: no controls, no stray bidi, no sprawl.

/** Unpaired surrogates, controls, invisible fillers, and every bidi control: none of them may steer the text around it. */
const unwanted =
  /[\p{Cs}\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line: whitespace folded, control and bidi-control characters gone. Total; any string in, plain text out. */
export function cleanLine(text: string): string {
  return text
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(unwanted, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A line whose isolates are kept, but close where they open. */
function cleanIsolated(text: string): string {
  let open = 0;
  const parts = text.split(/([\u2068\u2069])/).map((part) => {
    if (part === '\u2068') open += 1;
    else if (part !== '\u2069') return part.replace(/[\s\p{Z}\p{Cc}]+/gu, ' ').replace(unwanted, '');
    else if (open === 0) return '';
    else open -= 1;
    return part;
  });
  return (parts.join('') + '\u2069'.repeat(open)).replace(/ {2,}/g, ' ').trim();
}

/** Text of several lines: line ends become \n, at most one empty line in a row; balanced isolates stay. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(cleanIsolated)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * At most `most` characters as a person counts them (graphemes), with an ellipsis where something was cut.
 * A character that piles up hundreds of marks can't get round the limit: code units are bounded too.
 */
export function cutText(text: string, most: number): string {
  let out = '';
  let count = 0;
  // What lies beyond this can't be shown anyway, and segmenting 10 kB for 80 characters is waste.
  const head = text.slice(0, most * 12);
  for (const { segment } of graphemes.segment(head)) {
    if (count + 1 > most - 1 || out.length + segment.length > most * 12) {
      const rest = text.slice(out.length);
      return rest === segment && out.length + segment.length <= most * 12 ? text : `${out.trimEnd()}…`;
    }
    out += segment;
    count += 1;
  }
  return head.length < text.length ? `${out.trimEnd()}…` : out;
}

/** Text that runs right to left is wrapped in first-strong isolates, so that what follows it keeps its order. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** A value as part of a line of ours: cleaned, cut at about 80 characters, isolated. */
export function shortText(text: string, most = 80): string {
  // 10 kB in a title field would otherwise be cleaned whole, for every row, at every key.
  return isolate(cutText(cleanLine(text.trimStart().slice(0, most * 24)), most));
}
