// Tells text that only fills a required field (TBD, N/A, -) from text that says something.
import { cleanLine } from '@/lib/util/text';
import { alsoNames, fillers, noFirm, noSuch, tagNames, things } from './fillers';
import { isKeyRun } from './keyboard';

/** Folded to plain lower-case letters. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replace(/['’`]/g, '');

const wordsIn = (text: string): string[] =>
  folded(text)
    .split(/[\p{P}\p{S}\p{Z}]+/u)
    .filter((word) => word !== '');

type Words = Record<'fillers' | 'alsoNames' | 'noFirm' | 'noSuch' | 'things', ReadonlySet<string>>;
let made: Words | null = null;
/** Made when first asked for, as a worker's start must not wait for it. */
function known(): Words {
  const set = (all: readonly string[]) => new Set(all.map((one) => wordsIn(one).join(' ')));
  made ??= {
    fillers: set(fillers),
    alsoNames: set(alsoNames),
    noFirm: set(noFirm),
    noSuch: set(noSuch),
    things: set(things),
  };
  return made;
}

/** Marks that stand for a merge tag wherever they are, of the systems that send and import in bulk. */
const TAG =
  /\{\{[^{}]*\}\}|\{![^{}]*\}|\[\[[^[\]]*\]\]|\*\|[^|]*\|\*|<<[^<>]*>>|\$\{[^{}]*\}|\{\$[^{}]*\}|\{%[^{}]*%\}|<%[^<>]*%>|%%[\w .-]{1,60}%%|##[\w .-]{1,60}##|@@[\w .-]{1,60}@@/u;
/** A pair of single marks around the name of a field: %FIRSTNAME%, [Company], {email}. */
const MARKED = /^\W*[%[{<#$|~@_(]([\p{L}][\p{L}\p{N} ._:-]{0,60})[%\]}>#$|~@_)]\W*$/u;

function isTag(line: string): boolean {
  if (TAG.test(line)) return true;
  const [, inner] = MARKED.exec(line) ?? [];
  return inner !== undefined && tagNames.test(folded(inner.split(':')[0] ?? '').replace(/[^\p{L}]/gu, ''));
}

/** What a spreadsheet or a program left of a value that it could not make. */
const BROKEN = /^#(?:ref|value|name|div\/0|null|num|n\/a|error|calc)[!?]?$|^\[object \w+\]$/i;

const NOBODY =
  /^(example|test|testing|tester|your|you|yourname|name|email|mail|user|username|noemail|nomail|no|none|na|unknown|asdf|qwerty|abc|aaa|xxx?|a|x|foo|bar|fake|firstname|lastname|firstname\.?lastname|john\.?doe|jane\.?doe|jdoe|someone|somebody|nobody|noreply|sample|demo|dummy|placeholder|null|tbd|max\.?mustermann)$/;
const NOWHERE =
  /^(example|test|testing|domain|yourdomain|mydomain|company|yourcompany|mycompany|companyname|website|yourwebsite|email|mail|noemail|nomail|none|na|unknown|asdf|qwerty|abc|aaa|xxx?|a|x|foo|bar|fake|sample|demo|dummy|placeholder|null|tbd|invalid|localhost|nodomain|nowebsite|no)$/;
/** Domains that belong to nobody, or to whoever keeps them free for examples. */
const EXAMPLE =
  /^(example|yourdomain|mydomain|yourcompany|companyname|yourwebsite|noemail|nodomain|nowebsite|asdf)$/;

/** example@example.com, none@none.com, www.example.com; ann@example.com is somebody's. */
function isNoAddress(line: string): boolean {
  const [, local, label = ''] =
    /^(?:(?:https?:\/\/)?(?:www\.)?|([\w.+-]{1,64})@)([\w-]{1,63})\.(?:[a-z]{2,12}\.)?[a-z]{2,12}\/?$/i.exec(
      line.toLowerCase(),
    ) ?? [];
  return local === undefined ? EXAMPLE.test(label) : NOBODY.test(local) && NOWHERE.test(label);
}

/**
 * Whether text stands for "nothing known". The whole value must be one: "None Such GmbH" and "Test Engineer" are real.
 * With `name: true` (companies, domains, persons) words that are names somewhere in the world pass too, because a false
 * alarm would lose a real record; written with marks (N/A, n.a., T.B.D., <unknown>) they still count as placeholders.
 * Empty text, and text without any letter, digit or picture, is a placeholder, and so is one that still has a merge
 * tag. Total.
 */
export function isPlaceholder(text: string, options: { name?: boolean } = {}): boolean {
  // No placeholder is that long, and its beginning tells whether there are letters in it.
  const line = cleanLine(text.trim().slice(0, 400)).normalize('NFKC');
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return true;
  if (isTag(line) || BROKEN.test(line) || isNoAddress(line)) return true;
  const name = options.name === true;
  const words = wordsIn(line);
  // "tbd tbd" says no more than "tbd".
  const distinct = new Set(words).size === 1 ? words.slice(0, 1) : words;
  const spaced = distinct.join(' ');
  const joined = distinct.every((word) => word.length === 1) ? distinct.join('') : spaced;
  const upper = line === line.toUpperCase();
  // Pictures mean something, and so do digits, but for a run of them or a number after the word test.
  if (/[\p{N}\p{Extended_Pictographic}]/u.test(line))
    return (
      (name && spaced === '0') ||
      (!/\p{Extended_Pictographic}/u.test(line.replace(/\d/g, '')) &&
        isKeyRun(words.join(''), { upper, name })) ||
      (!name && /^\P{L}*test\W{0,2}\d{1,4}[^\p{L}\p{N}]*$/iu.test(line))
    );
  const marked = /[\p{P}\p{S}]/u.test(line);
  const all = known();
  // A surname, unless a program wrote it.
  if (name && !marked && line === 'Null') return false;
  if (name && !marked && all.alsoNames.has(joined)) return false;
  if (/^x+$/.test(joined)) return !name || joined.length > 3 || marked;
  if (all.fillers.has(spaced) || all.fillers.has(joined)) return true;
  if (name && all.noFirm.has(spaced)) return true;
  if (distinct.length === 1 && isKeyRun(spaced, { upper, name })) return true;
  return (
    distinct.length > 1 &&
    distinct.length < 5 &&
    distinct.some((word) => all.noSuch.has(word)) &&
    distinct.every((word) => all.noSuch.has(word) || all.things.has(word) || all.fillers.has(word))
  );
}

/**
 * Whether a new firm should not be given this name unasked: what isPlaceholder says of names, and words that are the
 * name of a firm now and then (None, Test, Nothing) but stand far more often in a field that could not be left empty.
 */
export function isDoubtfulFirm(text: string): boolean {
  const short = [...text.replace(/[^\p{L}\p{N}]/gu, '')].length < 3;
  return isPlaceholder(text, { name: true }) || (!short && isPlaceholder(text));
}

/** What the record's company is called; '' where it has none, or holds a filler instead of a name. */
export function firmName(record: { company: { name: string } | null } | null): string {
  const name = record?.company?.name ?? '';
  return isDoubtfulFirm(name) ? '' : name;
}

/** The largest employers have two million people; no year's revenue in any currency comes near the other. */
const MOST = { 'company.employees': 5e6, 'company.revenue': 1e16 };
/** A revenue below is one typed in thousands or millions, or to get past the field. */
const LEAST = { 'company.employees': 1, 'company.revenue': 1000 };
const isCounted = (name: string): name is keyof typeof MOST => Object.hasOwn(MOST, name);

/** Whether no company has so few people or so little money, or so many and so much. */
export function isBeyond(factName: string, value: number): boolean {
  return isCounted(factName) && !(value >= LEAST[factName] && value <= MOST[factName]);
}

/**
 * Numbers that fill a field, or that are absurd in it: for counts of people and sums of money nothing is zero or below,
 * a row of five or more equal digits (99999) is a key held down and 1234567 a run of keys; nobody is a part of an
 * employee. Other numbers always say something.
 */
export function isPlaceholderNumber(factName: string, value: number): boolean {
  if (!Number.isFinite(value) || isBeyond(factName, value)) return true;
  if (!isCounted(factName)) return false;
  if (factName === 'company.employees' && !Number.isInteger(value)) return true;
  const digits = String(value);
  return /^([1-9])\1{4,}$/.test(digits) || (digits.length > 5 && '1234567890'.startsWith(digits));
}
