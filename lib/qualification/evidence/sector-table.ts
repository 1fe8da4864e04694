// The table of sectors, made ready to be asked: which names mean which, what lies within what, what is plainly different.
import { foldWords } from '@/lib/util/fold';
import { APART, HEADS, INDUSTRY, JOINING, NEUTRAL, SECTORS } from './sectors';

/** A sector with the wider ones that it lies within, itself among them, and the neighbors of each. */
export type Sector = { id: string; within: ReadonlySet<string>; near: ReadonlySet<string> };
type Table = {
  /** Phrase, as folded words, to the sectors that it may mean. */
  names: ReadonlyMap<string, readonly Sector[]>;
  longest: number;
};

const list = (text: string, by = ' ') => text.split(by).map((one) => one.trim());
const joining = new Set(list(JOINING));
const heads = new Set(list(HEADS));
const apart = new Set(list(APART, ',').flatMap((pair) => [pair, list(pair).reverse().join(' ')]));
const makers = new Set(list(INDUSTRY));

const SPELLINGS: readonly [RegExp, string][] = [
  [/isation$/, 'ization'],
  [/^defence$/, 'defense'],
  [/^aluminium$/, 'aluminum'],
  [/^jewellery$/, 'jewelry'],
  [/ciones$/, 'cion'],
  [/coes$/, 'cao'],
  [/ies?$/, 'y'],
  // In German a trade is one word with its "industry".
  [/(..)(industry|branche|sektor)$/, '$1'],
  [/([^s])s$/, '$1'],
];

/** A word by which singular and plural, British and American are one. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word);
}

/** "E-commerce" and "e-learning" are words, and no "and" in Portuguese. */
export const wordsOf = (text: string): string[] =>
  foldWords(text)
    .replace(/\be (?=(learning|commerce|sport)s?\b)/g, 'e')
    .split(' ')
    .filter((word) => word !== '' && !joining.has(word))
    .map(stem);

const neutral = new Set(list(NEUTRAL, ',').flatMap((name) => wordsOf(name)));

let made: Table | null = null;

/** Made when first asked for, as a worker's start must not wait for it. */
export function table(): Table {
  if (made !== null) return made;
  const rows = SECTORS.trim()
    .split('\n')
    .map((line) => {
      const [, id = '', up = '', beside = '', named = ''] =
        /^(\w+)(?: < ([\w ]+?))?(?: ~ ([\w ]+?))? : (.*)$/.exec(line) ?? [];
      return { id, up: up === '' ? [] : list(up), beside: list(beside), named: list(named, ',') };
    });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const climb = (id: string): string[] => [id, ...(rowOf.get(id)?.up ?? []).flatMap(climb)];
  const sectors = new Map(
    rows.map(({ id }) => {
      const within = new Set(climb(id));
      return [id, { id, within, near: new Set([...within].flatMap((one) => rowOf.get(one)?.beside ?? [])) }];
    }),
  );
  const names = new Map<string, Sector[]>();
  let longest = 1;
  for (const { id, named } of rows) {
    const sector = sectors.get(id);
    for (const name of named) {
      const parts = wordsOf(name);
      const phrase = parts.join(' ');
      const before = names.get(phrase) ?? [];
      if (sector !== undefined && !before.includes(sector)) names.set(phrase, [...before, sector]);
      longest = Math.max(longest, parts.length);
    }
  }
  made = { names, longest };
  return made;
}

export const isNeutral = (word: string): boolean => neutral.has(word);
export const isMaker = (word: string): boolean => makers.has(word);
export const isHead = ({ id }: Sector): boolean => heads.has(id);
export const isIn = (one: Sector, wide: Sector): boolean => one.within.has(wide.id);

/** Whether no firm would be filed under both. */
export function differ(one: Sector, other: Sector): boolean {
  if (apart.has(`${one.id} ${other.id}`)) return true;
  if ([...one.within].some((id) => other.within.has(id))) return false;
  return (
    ![...one.within].some((id) => other.near.has(id)) && ![...other.within].some((id) => one.near.has(id))
  );
}
