// Tells text that only fills a required field (TBD, N/A, -) from text that says something.
import { cleanLine } from '@/lib/util/text';

/** Whole values, folded to plain lower-case letters: English, then German, French, Spanish. */
const phrases = new Set(
  [
    'na, nan, nil, null, none, nothing, undefined, unknown, unspecified, unassigned, blank, empty, missing',
    'tbd, tba, tbc, tbs, to be determined, to be decided, to be defined, to be confirmed, to be announced',
    'to be advised, to be filled, to be updated, to do, todo, fill in, fill me, please fill, please update',
    'not known, not available, not applicable, not set, not specified, not provided, not given, not sure',
    'not defined, not determined, not yet known, not yet, dont know, do not know, idk, no idea, no data, no info',
    'no information, no value, no answer, no title, no name, test, testing, dummy, sample, placeholder',
    'lorem ipsum, foo, bar, foobar, asd, asdf, asdfasdf, asdfgh, asdfghjkl, asdasd, qwe, qwer, qwert, qwerty, qwertz',
    'abc, abcd, aaa, zzz, hjkl, jkl, dfg, sdf, sdfsdf, dsf, dfdf, fdsa',
    'ka, keine angabe, keine angaben, unbekannt, nicht bekannt, nicht verfugbar, nicht zutreffend, keine, keiner',
    'kein, entfallt, noch offen, noch unbekannt, noch unklar, unklar, weiss nicht, wird nachgereicht, leer',
    'inconnu, inconnue, non connu, non connue, pas connu, non renseigne, non renseignee, non precise, non precisee',
    'non defini, non definie, non disponible, non applicable, aucun, aucune, neant, sans objet, a definir',
    'a determiner, a preciser, a confirmer, a completer, je ne sais pas, vide, nd, nc',
    'desconocido, desconocida, no conocido, ninguno, ninguna, ningun, nada, por definir, por determinar',
    'por confirmar, sin datos, sin dato, sin definir, sin especificar, sin informacion, no aplica, no disponible',
    'no definido, no definida, no especificado, no se sabe, no se, no lo se, vacio, sd',
  ]
    .join(',')
    .split(',')
    .map((phrase) => phrase.trim()),
);

/** These are also what people, places and firms are called (NA, Abc, None, Test, Bar): alone, they don't condemn a name. */
const alsoNames = new Set(
  'na nan nil none nothing undefined blank empty missing test testing dummy sample foo bar foobar abc abcd aaa zzz asd qwe jkl hjkl dfg sdf dsf ka kein keine keiner leer vide nada nd nc sd tba tbc tbs todo unknown unassigned'.split(
    ' ',
  ),
);

/**
 * Whether text stands for "nothing known". The whole value must be one: "None Such GmbH" and "Test Engineer" are real.
 * With `name: true` (companies, domains, persons) words that are names somewhere in the world pass too, because a false
 * alarm would lose a real record; written with marks (N/A, n.a., T.B.D., <unknown>) they still count as placeholders.
 * Empty text, and text without any letter, digit or picture, is a placeholder. Total.
 */
export function isPlaceholder(text: string, options: { name?: boolean } = {}): boolean {
  // No placeholder is that long, and its beginning tells whether there are letters in it.
  const line = cleanLine(text.trim().slice(0, 400)).normalize('NFKC');
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return true;
  // Digits and pictures mean something, except after the word test.
  if (/[\p{N}\p{Extended_Pictographic}]/u.test(line))
    return options.name !== true && /^\P{L}*test\W{0,2}\d{1,4}[^\p{L}\p{N}]*$/iu.test(line);
  const words = line
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/['’`]/g, '')
    .split(/[\p{P}\p{S}\p{Z}]+/u)
    .filter((word) => word !== '');
  // "tbd tbd" says no more than "tbd".
  const distinct = new Set(words).size === 1 ? words.slice(0, 1) : words;
  const spaced = distinct.join(' ');
  const joined = distinct.every((word) => word.length === 1) ? distinct.join('') : spaced;
  const marked = /[\p{P}\p{S}]/u.test(line);
  if (options.name === true && !marked && alsoNames.has(joined)) return false;
  if (/^x+$/.test(joined)) return options.name !== true || joined.length > 3 || marked;
  return phrases.has(spaced) || phrases.has(joined);
}

/**
 * Numbers that fill a field: for counts of people and sums of money nothing is zero or below, and a row of five or
 * more nines (99999) is a key held down. Other numbers always say something.
 */
export function isPlaceholderNumber(factName: string, value: number): boolean {
  if (factName !== 'company.employees' && factName !== 'company.revenue') return !Number.isFinite(value);
  return !(value > 0) || !Number.isFinite(value) || /^9{5,}$/.test(String(value));
}
