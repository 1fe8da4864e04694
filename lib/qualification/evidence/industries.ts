// Whether an industry is one that a profile wants: by sectors, so that two names of one thing are never two things.

import { foldWords } from '@/lib/util/fold';
import { onceFor } from '../answers/folded';
import { differ, isHead, isIn, isMaker, isNeutral, type Sector, table, wordsOf } from './sector-table';

export type Fit = 'yes' | 'no' | 'unknown';

/** One kind of firm that a text names: what it surely is, and all that it may have to do with. */
type Kind = { surely: readonly Sector[]; maybe: readonly Sector[] };
type Read = { kinds: readonly Kind[]; whole: boolean; words: string };

/** A name that was found, with what parts it from the one before: nothing, "and", or a stroke. */
type Item = { sectors: readonly Sector[]; cut: '' | 'and' | 'stroke' };

/** A word, what parts it from the one before, and whether it means makers of things where it stands alone. */
type Token = { word: string; cut: Item['cut']; maker: boolean };

/** Marks and words of a text, in order: `cut` stands before the word. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  let cut: Item['cut'] = 'stroke';
  for (const [part] of text
    .replace(/\be[- _](?=(learning|commerce|sport))/gi, 'e')
    .matchAll(/[\p{L}\p{N}\p{M}'’.]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const own = wordsOf(part);
    if (own.length > 0)
      for (const word of own) {
        found.push({ word, cut, maker: isMaker(foldWords(part)) });
        cut = '';
      }
    else if (/[/;|]| [-–—] /.test(part)) cut = 'stroke';
    else if (cut === '' && /[^\s_.-]/.test(part)) cut = 'and';
  }
  return found;
}

/** Words that tell nothing may stand between two names: the widest cut counts. */
const wider = (one: Item['cut'], other: Item['cut']): Item['cut'] =>
  one === 'stroke' || other === 'stroke' ? 'stroke' : other || one;

/** What a text names, and whether every word of it was understood. */
function readText(text: string): Read {
  const { names, longest } = table();
  const all = tokens(text);
  const items: Item[] = [];
  let whole = true;
  let at = 0;
  let cut: Item['cut'] = '';
  while (at < all.length) {
    const first = all[at];
    if (first === undefined) break;
    cut = wider(cut, first.cut);
    let length = Math.min(longest, all.length - at);
    const phrase = () =>
      all
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(' ');
    while (length > 1 && !names.has(phrase())) length -= 1;
    const meant = names.get(phrase());
    if (meant !== undefined) {
      items.push({ sectors: meant, cut });
      cut = '';
    } else if (first.maker && first.cut !== '' && all[at + 1]?.cut !== '') {
      items.push({ sectors: names.get('manufacturing') ?? [], cut });
      cut = '';
    } else if (!isNeutral(first.word)) whole = false;
    at += length;
  }
  return {
    kinds: kindsOf(items),
    whole: whole && items.length > 0,
    words: all.map(({ word }) => word).join(' '),
  };
}

/** "Food and beverage manufacturing" is one kind, "Banking / Finance" are two. */
function kindsOf(items: readonly Item[]): Kind[] {
  return groups(items, ({ cut }) => cut === 'stroke').flatMap((chunk): Kind[] => {
    const head = headOf(chunk);
    if (head !== null) return [{ surely: head.sectors, maybe: chunk.flatMap(({ sectors }) => sectors) }];
    return groups(chunk, ({ cut }) => cut !== '').map((group) => {
      const maybe = group.flatMap(({ sectors }) => sectors);
      return { surely: new Set(maybe).size === 1 ? maybe : [], maybe };
    });
  });
}

/** The word that makes one kind of all beside it: first or last, with a name directly at it. */
function headOf(chunk: readonly Item[]): Item | null {
  const [first, second] = chunk;
  const last = chunk.at(-1);
  const makes = ({ sectors }: Item) => sectors.length === 1 && sectors.every(isHead);
  if (second === undefined || first === undefined || last === undefined) return null;
  if (makes(last) && last.cut === '') return last;
  return makes(first) && second.cut === '' ? first : null;
}

function groups(items: readonly Item[], starts: (item: Item) => boolean): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const open = found.at(-1);
    if (open === undefined || starts(item)) found.push([item]);
    else open.push(item);
  }
  return found;
}

/** A kind lies within a plain one; one of several words only within its like. */
function kindIn(kind: Kind, wide: Kind): boolean {
  const [sole] = wide.maybe;
  if (sole !== undefined && wide.maybe.every((one) => one === sole))
    return kind.surely.some((one) => isIn(one, sole)) || kind.maybe.every((one) => isIn(one, sole));
  const [own, theirs] = [new Set(kind.maybe), new Set(wide.maybe)];
  return (
    own.size === theirs.size && [...own].every((one) => theirs.has(one)) && kind.surely[0] === wide.surely[0]
  );
}

const kindsDiffer = (kind: Kind, other: Kind) =>
  kind.maybe.every((one) => other.maybe.every((two) => differ(one, two)));

function fitOf(value: Read, wanted: readonly Read[]): Fit {
  if (value.words !== '' && wanted.some((one) => one.words === value.words)) return 'yes';
  if (!value.whole) return 'unknown';
  const targets = wanted.flatMap(({ kinds, whole }) => (whole ? kinds : []));
  if (value.kinds.every((kind) => targets.some((target) => kindIn(kind, target)))) return 'yes';
  const apartFromAll = value.kinds.every((kind) => targets.every((target) => kindsDiffer(kind, target)));
  return apartFromAll && wanted.every(({ whole }) => whole) ? 'no' : 'unknown';
}

const readAll = onceFor((names: readonly string[]) => names.map(readText));
let kept = new Map<string, Read>();

/** Read once: each key press asks again. */
function readOnce(text: string): Read {
  const before = kept.get(text);
  if (before) return before;
  if (kept.size > 500) kept = new Map();
  const read = readText(text);
  kept.set(text, read);
  return read;
}

/**
 * Whether an industry, by any of its `texts` (a picklist's value and its label), is one of those wanted. yes: it is one,
 * or lies within one. no: all that it names is plainly something else. unknown: anything else, so also whatever the
 * table does not know, on either side.
 */
export function industryFit(texts: readonly string[], wanted: readonly string[]): Fit {
  const targets = readAll(wanted);
  const reads = texts.map(readOnce);
  const fits = reads.map((read) => fitOf(read, targets));
  if (fits.includes('yes')) return 'yes';
  // A label in a language that the table lacks leaves the word to the value.
  const told = fits.filter((_, at) => reads[at]?.whole);
  return told.length > 0 && told.every((fit) => fit === 'no') ? 'no' : 'unknown';
}
