// Words that a text says of itself, written so that nobody takes them for ours or for what the CRM says.
import { cleanLine, isolate, shortText } from '@/lib/util/text';

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

/** Letters and the marks that names have; at most six words. */
const NAME = /^[\p{L}\p{M}.'’\u2010\u2011-]+( [\p{L}\p{M}.'’\u2010\u2011-]+){0,5}$/u;
/** Signs of a name; a longer one is none. */
const NAME_MOST = 60;
/** Joiners stand inside words of many scripts. */
const JOINERS = /\p{Join_Control}/gu;
/** Words of our own sentences beside a name. */
const OURS = /\b(by|written|noted|dated|changed|earlier|key|hubspot|salesforce|stagecheck)\b/i;
/** Latin letters beside others that look like them. */
const isMixed = (text: string) =>
  /\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);

/**
 * Who is named in a text or by a CRM, in which people name themselves: as it is where it reads as a name, else in
 * quotation marks, for it may want to be read as a sentence of ours. A name that was written so comes out the same again. `nobody`: for a text that shows nothing.
 */
export function nameInWords(text: string, nobody = 'someone'): string {
  if (isBlank(text)) return nobody;
  const name = cleanLine(text.slice(0, NAME_MOST * 24));
  const short = [...name].length <= NAME_MOST;
  if (short && NAME.test(name.replace(JOINERS, '')) && !OURS.test(name) && !isMixed(name))
    return isolate(name);
  // Isolated as a whole, so that what runs right to left in it keeps its quotation marks around it.
  return isolate(claimed(name.replace(/^“(.*)”$/u, '$1'), NAME_MOST));
}
