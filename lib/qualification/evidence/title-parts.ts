// Takes a job title as typed apart into the titles that it names: "Founder & CEO", "Chief Executive Officer (CEO)".
import { foldWords } from '@/lib/util/fold';

/** One title of several. `loose`: a comma, dash or bracket stands before it, so that it may only say whose ("Analyst, CFO"). */
export type TitlePart = { words: string; loose: boolean };

const AND = /(?:\s*[&+]\s*|\s(?:and|und|et|y|e|en)\s)/iu;
const BETWEEN = /(\s*(?:[,;:|/\\()[\]{}<>•·*~\n–—]|\s-+\s|\s-(?=\S)|(?<=\S)-\s)\s*)/u;

/** "Geschäftsführer:in (m/w/d)", "Gérant(e)", "C.E.O.", "Geschaeftsfuehrer" as they stand in the lists. */
function plain(text: string): string {
  return (
    text
      // No title is longer, and the patterns below are slow over what is.
      .slice(0, 200)
      .normalize('NFKC')
      .replace(/\((?:[mwfdhx]\s*(?:\/\s*)?){2,}\)/gi, ' ')
      .replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\s?\p{L}){1,4}(?![\p{L}\p{N}])\.?/gu, (one) =>
        one.replace(/[^\p{L}]/gu, ''),
      )
      .replace(/(?<![\p{L}\p{N}])\p{L}(?:[ -]\p{L}){2,4}(?![\p{L}\p{N}])/gu, (one) =>
        one.replace(/[^\p{L}]/gu, ''),
      )
      .replace(
        /(?<=\p{L})(?:\((?:e|a|ra|in|innen|trice|rice|euse)\)|[:*_/·.]-?(?:e|a|ra|in|innen|trice|rice|euse)(?![\p{L}.]))/giu,
        '',
      )
      // What follows says where, not what.
      .replace(/\s(?:@|at|bei|chez|presso|bij)\s.*$/isu, '')
      .replace(/\s@.*$/su, '')
  );
}

const folded = (text: string): string =>
  foldWords(text)
    .replaceAll('geschaefts', 'geschafts')
    .replaceAll('fuehr', 'fuhr')
    .replaceAll('gruender', 'grunder')
    .replaceAll('eigentuemer', 'eigentumer')
    .replaceAll('kaufmaennisch', 'kaufmannisch')
    .replaceAll('traeger', 'trager')
    .replaceAll('vicepresident ', 'vice president ')
    .replace(/^(sr|snr) /, 'senior ')
    .replace(/^exec /, 'executive ');

/**
 * The titles in a text, folded, in groups: of those joined by "and" each, and all of them as one ("directeur
 * administratif financier"). Total; any text in.
 */
export function titlesIn(text: string): { whole: TitlePart; each: TitlePart[] }[] {
  const pieces = plain(text).split(BETWEEN);
  let loose = false;
  return pieces.flatMap((piece, at) => {
    if (at % 2 === 1) {
      loose = !/[|/\\;•·*~\n]/.test(piece);
      return [];
    }
    const own = piece
      .split(AND)
      .map((one, place) => ({ words: folded(one), loose: loose && place === 0 }))
      .filter(({ words }) => words !== '');
    if (own.length === 0) return [];
    return [{ whole: { words: own.map(({ words }) => words).join(' '), loose }, each: own }];
  });
}
