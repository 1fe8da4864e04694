// Recognizes a country however it was typed: by its name in any language, its ISO code, or a usual short form.
import { foldWords } from '@/lib/util/fold';
import { ALPHA2_AND_3, ALPHA3, ALSO_NAMED, FORMS } from './country-names';

/** The languages of CLDR by the letters that they are written in, those that CRMs are used in first. */
const LANGUAGES: readonly [RegExp, string][] = [
  [
    /\p{Script=Latin}/u,
    'en de fr es it nl pt sv da nb fi pl cs sk hu ro tr hr sl et lv lt ca eu gl is ga cy id ms vi sq bs az sw af fil lb mt nn fo fy gd br oc rm ia eo uz tk ku so zu xh yo ig ha rw sn mg jv su to wo qu mi ee lg ln om',
  ],
  [/\p{Script=Cyrillic}/u, 'ru uk bg sr mk be kk ky mn uz tg tt ce os sah'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, 'zh ja zh-Hant ko yue'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Arabic}/u, 'ar fa ur ps ckb sd ug'],
  [/\p{Script=Hebrew}/u, 'he yi'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi mr ne sa kok'],
  [/\p{Script=Bengali}/u, 'bn as'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [
    /[\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}]/u,
    'ta te kn ml gu',
  ],
  [/[\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Sinhala}]/u, 'pa or si'],
  [/[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Ethiopic}]/u, 'km lo my am ti'],
];

/** Rows of "KEY: one, two" as pairs of what is named and the key. */
function rows(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [key = '', named = ''] = line.split(': ');
      return named.split(', ').map((name): [string, string] => [name, key]);
    });
}

/** Stands for the code of a name that several countries share. */
const SEVERAL = '?';

const pairs = (text: string, size: number) => text.match(new RegExp(`.{${size}}`, 'g')) ?? [];

/** Made when first asked for: the codes and the short forms. Languages come to it as texts ask for them. */
let known: { names: Map<string, string>; codes: readonly string[]; read: Set<string> } | null = null;

function start() {
  if (known !== null) return known;
  const iso = [
    ...pairs(ALPHA3, 3).map((three): [string, string] => [three, three.slice(0, 2)]),
    ...ALPHA2_AND_3.split(' ').map((five): [string, string] => [five.slice(2), five.slice(0, 2)]),
    ['XKX', 'XK'] satisfies [string, string],
  ];
  const codes = iso.map(([, code]) => code);
  const names = new Map([
    ...iso.flatMap(([three, code]) => [
      [three.toLowerCase(), code] as const,
      [code.toLowerCase(), code] as const,
    ]),
    ...rows(ALSO_NAMED),
  ]);
  known = { names, codes, read: new Set() };
  return known;
}

/** "St Kitts and Nevis" as "Saint Kitts Nevis". */
const like = (part: string) => (part === 'st ' ? 'saint ' : ' ');

/** Names in one language, each under its letters; the first to have a name keeps it. About a millisecond. */
function learn(language: string): void {
  const { names, codes, read } = start();
  if (read.has(language)) return;
  read.add(language);
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return;
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const code of codes) {
    const name = display.of(code);
    if (name === undefined) continue;
    const folded = foldWords(name);
    const also = / and |^st /.test(folded)
      ? [
          folded.replaceAll(' and ', ' '),
          folded.replace(/^st /, 'saint '),
          folded.replace(/^st | and /g, like),
        ]
      : [];
    for (const one of [folded, ...also]) if (one !== '' && !names.has(one)) names.set(one, code);
  }
}

/** The code under this very name, in as many languages as it takes. */
function named(folded: string, languages: readonly string[]): string | null {
  const { names } = start();
  const before = names.get(folded);
  if (before !== undefined) return before === SEVERAL ? null : before;
  for (const language of languages) {
    learn(language);
    const code = names.get(folded);
    if (code !== undefined) return code;
  }
  return null;
}

const forms = new Set(FORMS.split(' '));

/** "Korea, Republic of" is Korea: the name without the kind of state, if anything is left. */
function bare(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !forms.has(word))
    .join(' ');
}

function find(text: string): string | null {
  const folded = foldWords(text);
  if (folded === '' || folded.length > 80) return null;
  const languages = LANGUAGES.find(([letters]) => letters.test(text))?.[1].split(' ') ?? [];
  const first = named(folded, languages.slice(0, 1));
  if (first !== null) return first;
  const short = bare(folded);
  // A code is no name: "the US" is, "republic in" is not.
  const plain = short !== folded && short.length > 3 ? named(short, languages.slice(0, 1)) : null;
  if (plain !== null) return plain;
  // "DE - Germany", "Germany (DE)": all parts say the same.
  const parts = text
    .split(/[()[\]/,;:|–—-]+/)
    .map(foldWords)
    .filter((part) => part !== '');
  const all = new Set(parts.map((part) => named(part, languages.slice(0, 1))));
  if (parts.length > 1 && all.size === 1) return [...all][0] ?? null;
  return named(folded, languages);
}

let kept = new Map<string, string | null>();

/**
 * The country's ISO code, or null when the text isn't a country that we recognize. A nation of the United Kingdom has
 * its own after it: GB-SCT.
 */
export function countryOf(text: string): string | null {
  const before = kept.get(text);
  if (before !== undefined) return before;
  if (kept.size > 500) kept = new Map();
  const code = find(text);
  kept.set(text, code);
  return code;
}
