// Reads numbers and spans of them as people write them: "1.200", "51 – 200 employees", "10K+", "$1M-$5M", "2,5 Mio".

import type { Fact } from '@/lib/record/snapshot';
import { toNumber } from '../answers/values';

/** Both ends included; Infinity where it is open. */
export type Span = { least: number; most: number };

const list = (text: string): string[] => text.split(',').map((one) => one.trim());
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

/** Folded: lower case, no accents. `comma`: where the unit is used a comma stands before decimals. */
const units: { by: number; comma?: boolean; words: string[] }[] = [
  { by: 1e3, words: list('k, thousand, thousands, 千, тыс') },
  { by: 1e3, comma: true, words: list('tsd, tsd., tausend, mille, mila, duizend') },
  { by: 1e4, words: list('万, 萬') },
  { by: 1e5, words: list('lakh, lakhs, lac, lacs') },
  { by: 1e6, words: list('m, mm, mn, million, millions, 百万, 百萬, млн') },
  {
    by: 1e6,
    comma: true,
    words: list(
      'mio, mio., mi, mill., mln, millionen, millones, millon, milhoes, milhao, milione, milioni, miljoen',
    ),
  },
  { by: 1e7, words: list('crore, crores, cr') },
  { by: 1e8, words: list('億, 亿') },
  { by: 1e9, words: list('b, bn, bln, billion, billions, млрд') },
  {
    by: 1e9,
    comma: true,
    words: list(
      'mrd, mrd., md, mia, mia., milliarde, milliarden, milliard, milliards, miliardo, miliardi, miljard, mil millones, bilhoes, bilhao',
    ),
  },
  { by: 1e12, words: list('tn, trillion, trillions') },
];
const unitOf = new Map(units.flatMap((unit) => unit.words.map((word) => [word, unit] as const)));

/** What is counted, and in which money: neither changes the number. */
const NOISE = new RegExp(
  `(?<!\\p{L})(?:${anyOf(
    list(
      'employees, employee, people, persons, person, pers., pers, staff, headcount, fte, ftes, workers, team members, members, mitarbeiter, mitarbeiterinnen, mitarbeitende, mitarbeitenden, mitarbeitern, beschaftigte, beschaftigten, angestellte, ma, salaries, salarie, employes, collaborateurs, personnes, effectif, empleados, trabajadores, personas, funcionarios, colaboradores, pessoas, dipendenti, addetti, persone, medewerkers, werknemers, personen, сотрудников, человек, чел., чел, company size, size, annual revenue, annual sales, annual turnover, revenue, turnover, arr, jahresumsatz, umsatz, p.a., p.a, per year, per annum, a year, yearly, annually, pro jahr, im jahr, par an, al ano, por ano, all anno, per jaar, usd, eur, gbp, chf, inr, jpy, cny, rmb, aud, cad, nzd, sgd, hkd, sek, nok, dkk, isk, pln, czk, huf, ron, brl, mxn, zar, try, ils, aed, sar, krw, us, dollars, dollar, euros, euro, pounds, pound, francs, rupees, rs., rs, yen, kr',
    ),
  )})(?!\\p{L})|[\\p{Sc}()\\[\\]{}:"人名円元원]|员工|社員|/(?:year|yr|jahr|an)\\b`,
  'gu',
);

const LEADS: { words: string[]; span: (n: number) => Span }[] = [
  {
    words: list(
      '>=, ≥, =>, at least, min., min, minimum, minimal, from, starting at, not less than, no less than, ab, mindestens, au moins, a partir de, a partir du, al menos, por lo menos, desde, pelo menos, almeno, a partire da, minstens, ten minste, vanaf',
    ),
    span: (n) => ({ least: n, most: Number.POSITIVE_INFINITY }),
  },
  {
    words: list(
      '>, more than, over, above, greater than, exceeding, uber, mehr als, plus de, mas de, mayor a, mayor de, superior a, mais de, acima de, oltre, piu di, meer dan, boven',
    ),
    span: (n) => ({ least: n + 1, most: Number.POSITIVE_INFINITY }),
  },
  {
    words: list(
      '<=, ≤, =<, up to, upto, at most, max., max, maximum, maximal, no more than, not more than, bis zu, bis, hochstens, jusqu a, au plus, hasta, como maximo, ate, no maximo, fino a, al massimo, tot, maximaal',
    ),
    span: (n) => ({ least: 0, most: n }),
  },
  {
    words: list(
      '<, less than, fewer than, under, below, unter, weniger als, moins de, menos de, menor a, abaixo de, meno di, sotto, minder dan, onder',
    ),
    span: (n) => ({ least: 0, most: n - 1 }),
  },
  {
    words: list(
      '~, ±, about, approx., approx, approximately, around, roughly, circa, ca., ca, c., etwa, rund, ungefahr, environ, env., aproximadamente, aprox., aprox, unos, cerca de, circa, ongeveer',
    ),
    // A round number: within a fifth of it, as people say it.
    span: (n) => ({ least: n * 0.8, most: n * 1.2 }),
  },
  { words: ['+', ''], span: (n) => ({ least: n, most: n }) },
];
const leadOf = new Map(LEADS.flatMap(({ words, span }) => words.map((word) => [word, span] as const)));
const ENDS = anyOf(
  list(
    '+, plus, or more, and more, or above, and above, and up, & up, and over, or over, or greater, und mehr, oder mehr, et plus, ou plus, o mas, y mas, ou mais, e mais, o piu, e oltre, of meer, en meer, 以上',
  ),
);
const FEWER = anyOf(
  list(
    'or less, or fewer, and under, or under, and below, or below, oder weniger, und weniger, et moins, ou moins, o menos, ou menos, o meno, of minder, 以下',
  ),
);
const QUANTITY = `(\\d(?:[.,'’ ]?\\d){0,29})\\s?(?:(${anyOf([...unitOf.keys()])})(?![\\p{Script=Latin}]))?`;
const BETWEEN = new RegExp(
  `^(?:from |between |von |zwischen |de |entre |da |tra |fra |van |tussen )?${QUANTITY}(?:\\s?(?:-|\\.{2,3}|…|_)\\s?|\\s(?:to|bis|a|ate|until|und|and|et|y|e|en|tot)\\s)${QUANTITY}$`,
  'u',
);
const ONE = new RegExp(`^(${anyOf([...leadOf.keys()])})\\s?${QUANTITY}\\s?(?:(${ENDS})|(${FEWER}))?$`, 'u');

/** Digits with what stands between them, as one number; null where it could be none. */
function numberIn(digits: string, unit: { comma?: boolean } | undefined): number | null {
  const text = digits.replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');
  if (/[ '’]/.test(text)) return null;
  const marks = text.replace(/\d/g, '');
  const [first = '', last = ''] = [marks[0], marks.at(-1)];
  if (marks === '') return Number(text);
  const grouped = (part: string, mark: string) =>
    new RegExp(`^\\d{1,3}(?:\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(part)
      ? part.replaceAll(mark, '')
      : null;
  if (first !== last) {
    // "10.000,50": the last of two kinds of marks is the decimal one.
    const at = text.lastIndexOf(last);
    const before = marks.indexOf(last) === marks.length - 1 ? grouped(text.slice(0, at), first) : null;
    return before === null ? null : Number(`${before}.${text.slice(at + 1)}`);
  }
  if (marks.length > 1) {
    const whole = grouped(text, first);
    return whole === null ? null : Number(whole);
  }
  const [before = '', after = ''] = text.split(first);
  const decimal = unit !== undefined && first === (unit.comma ? ',' : '.');
  // "1.200" and "1,200" are thousands, "2,5 Mio" and "1.250M" are not.
  if (after.length === 3 && before.length < 4 && before !== '0' && !decimal) return Number(before + after);
  return Number(`${before}.${after}`);
}

function quantity(digits: string | undefined, word: string | undefined): number | null {
  const unit = word === undefined ? undefined : unitOf.get(word);
  const value = digits === undefined ? null : numberIn(digits, unit);
  return value === null ? null : value * (unit?.by ?? 1);
}

/** Folded, without what is counted; a thousand euros in its short forms as a thousand. */
const plain = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212\u301c\uff5e]/g, '-')
    .replace(/(?<=\d\s?)t\s?(?:eur|€|usd|\$|chf|gbp|£)/gu, 'k')
    .replace(/(?<=\d\s?)(k|m|mio|mrd|bn)\s?(?:eur|usd|gbp|chf)(?!\p{L})/gu, '$1')
    .replace(/(?<=\d)\s?~\s?(?=\d)/g, '-')
    .replace(/(?<=\d)[.,]-+(?!\d)/g, '')
    .replace(NOISE, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function read(line: string): Span | null {
  const [, from, fromUnit, to, toUnit] = BETWEEN.exec(line) ?? [];
  if (from !== undefined) {
    const most = quantity(to, toUnit);
    const alone = quantity(from, fromUnit);
    // "1-5M" are millions both; "500-1M" can't be.
    const shared = fromUnit === undefined ? quantity(from, toUnit) : null;
    const least = shared !== null && most !== null && shared <= most ? shared : alone;
    return least === null || most === null || least > most ? null : { least, most };
  }
  const [, lead = '', digits, unit, more, fewer] = ONE.exec(line) ?? [];
  const value = quantity(digits, unit);
  const span = leadOf.get(lead);
  if (value === null || span === undefined) return null;
  if (more !== undefined) return { least: value, most: Number.POSITIVE_INFINITY };
  return fewer === undefined ? span(value) : { least: 0, most: value };
}

/**
 * The number or span that a text is; null where it is none, or says more. A label's span may stand in its brackets
 * ("Mid-market (200-999)"). Total.
 */
export function spanOf(text: string): Span | null {
  const own = read(plain(text));
  if (own !== null) return own;
  const [, inner] = /\(([^()]{1,60})\)\s*$/.exec(text.slice(0, 100)) ?? [];
  return inner === undefined ? null : read(plain(inner));
}

/** Facts that count people or money: nothing smaller than a thousand is meant by "1.200". */
const COUNTED = ['company.employees', 'company.revenue'];

/** The same of a fact: of what a picklist shows rather than of its value, which may be a code. */
export function spanOfFact({ name, value, text }: Fact): Span | null {
  const number = toNumber(value);
  if (typeof value !== 'string') return number === null ? null : { least: number, most: number };
  const shown = text === undefined ? null : spanOf(text);
  if (shown !== null) return shown;
  // CRMs write a decimal point; "1.250" in a field of the team's own is one and a quarter.
  if (number !== null && !(COUNTED.includes(name) && /^\s*\d{1,3}\.\d{3}\s*$/.test(value)))
    return { least: number, most: number };
  return spanOf(value);
}
