// Words that a text says of itself, written so that nobody takes them for ours or for what the CRM says.
import { cleanLine, isolate, shortText } from './text';

/** Everything that reads as double quotation marks, of whichever script. */
const QUOTES = /["“”„‟«»‹›＂″‶ʺ˝❝❞〝〞〟「」『』﹁﹂﹃﹄｢｣⹂\u{1F676}-\u{1F678}]/gu;
/** What shows as nothing, alone or in a row. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\s\u2800]/gu;

const isBlank = (text: string) => text.replace(INVISIBLE, '') === '';

/** One line without a double quotation mark in it, so that it can't leave the quotes that it is put into. */
const tame = (words: string, most: number) => shortText(words.replace(QUOTES, "'"), most);

/** One line in quotation marks; those inside become single ones, so that no words can leave the quote. */
export const quoted = (words: string, most: number): string => `"${tame(words, most)}"`;

/** What a text says of itself, in quotation marks; '' where nothing of it can be seen. */
export function claimed(words: string, most: number): string {
  return isBlank(words) ? '' : `“${tame(words, most)}”`;
}

/** Letters, digits and the marks that names have; at most six words. */
const NAME = /^[\p{L}\p{M}\p{N}.'’_@+&\u2010\u2011-]+( [\p{L}\p{M}\p{N}.'’_@+&\u2010\u2011-]+){0,5}$/u;
/** Joiners stand inside words of many scripts. */
const JOINERS = /\p{Join_Control}/gu;
/** Words of our own sentences beside a name. */
const OURS = /\b(by|written|noted|dated|changed|earlier|key|hubspot|salesforce|stagecheck)\b/i;
/** Latin letters beside others that look like them. */
const MIXED =
  /\p{Script=Latin}.*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}].*\p{Script=Latin}/u;

/**
 * Who is named in a text: as it is where it reads as a name, else in quotation marks, for it may want to be read as a
 * sentence of ours. A name that was written so comes out the same again.
 */
export function claimedName(text: string, most = 40): string {
  if (isBlank(text)) return 'someone';
  const name = cleanLine(text.slice(0, most * 24));
  if (NAME.test(name.replace(JOINERS, '')) && !OURS.test(name) && !MIXED.test(name))
    return shortText(name, most);
  // Isolated as a whole, so that what runs right to left in it keeps its quotation marks around it.
  return isolate(claimed(name.replace(/^“(.*)”$/u, '$1'), most));
}
