// What a form's name says of whoever sent it. Its own name decides; the title of its page only where that says nothing.

import { foldWords } from '@/lib/util/fold';
import { type FormKind, formWords } from './form-words';

type List = keyof typeof formWords;

type Words = readonly string[];

/** A list made ready when first asked for: whole phrases, and how single words begin or end. */
type Ready = { phrases: ReadonlySet<string>; longest: number; begins: Words; ends: Words };
const ready = new Map<List, Ready>();
function readyOf(list: List): Ready {
  const known = ready.get(list);
  if (known) return known;
  const all: Words = formWords[list];
  const plain = all.filter((one) => !one.includes('*'));
  const made = {
    phrases: new Set(plain),
    longest: Math.max(...plain.map((one) => one.split(' ').length)),
    begins: all.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
    ends: all.filter((one) => one.startsWith('*')).map((one) => one.slice(1)),
  };
  ready.set(list, made);
  return made;
}

/** How many words from here on are a phrase of the list; 0 where none is. */
function matched(list: List, words: Words, from: number): number {
  const { phrases, longest, begins, ends } = readyOf(list);
  for (let count = Math.min(longest, words.length - from); count > 0; count -= 1)
    if (phrases.has(words.slice(from, from + count).join(' '))) return count;
  const word = words[from] ?? '';
  return begins.some((one) => word.startsWith(one)) || ends.some((one) => word.endsWith(one)) ? 1 : 0;
}

const has = (list: List, words: Words): boolean => words.some((_, at) => matched(list, words, at) > 0);

/** The words that belong to no phrase of these lists, and are no number. */
function rest(words: Words, lists: readonly List[]): Words {
  const known = new Set<number>();
  for (const list of lists)
    for (const at of words.keys())
      for (let next = at; next < at + matched(list, words, at); next += 1) known.add(next);
  return words.filter((word, at) => !known.has(at) && !/^v?\p{N}+$/u.test(word));
}

/** A call by video is no video, nor a talk about strategy a text about it. */
const TALK =
  /(?<= )(video|strategy) (?=(call|chat|meeting|conference|consultation|appointment|session|demo request) )/g;

/** "RequestDemo" and "demo-request" are words. */
function wordsOf(part: string): Words {
  const folded = foldWords(part.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return ` ${folded} `.replace(TALK, '').trim().split(' ');
}

type Said = FormKind | 'neither' | null;

const isNothing = (text: Words) => has('away', text) || has('service', text);
const namesWhatTheyWant = (text: Words) => has('tries', text) || has('prices', text) || has('people', text);

/** What a name or a title asks for in so many words; null where it says nothing that we know. */
function saidBy(text: Words): Said {
  if (has('away', text)) return 'neither';
  if (has('content', text)) return 'content';
  if (has('information', text)) return 'information';
  if (has('service', text)) return 'neither';
  if (has('sales', text)) return 'sales';
  const place = has('place', text) && !has('tries', text);
  if (!place && has('asks', text) && (has('things', text) || has('people', text))) return 'sales';
  if (has('talks', text) && has('people', text)) return 'sales';
  return has('contact', text) ? 'neither' : null;
}

const REQUEST: readonly List[] = ['sales', 'prices', 'tries', 'asks', 'things', 'talks', 'people'];

/** A form that is called by what it is about: "Pricing" asks for a price, "Pricing in 2026" may be anything. */
function topicOf(text: Words): 'sales' | 'maybe' | null {
  const tries = has('tries', text);
  if (!tries && (has('place', text) || !has('prices', text))) return null;
  if (rest(text, ['tries', 'prices', 'filler']).length === 0) return 'sales';
  return tries ? 'maybe' : null;
}

/** "Webinar", "Buyer's guide": no page's title, but the kind of what the next part is the title of. */
function kindOf(text: Words): FormKind | null {
  const kind = has('content', text) ? 'content' : has('information', text) ? 'information' : null;
  return text.length <= 3 && !isNothing(text) ? kind : null;
}

/**
 * The parts of a name, the form's own last. HubSpot writes "page title: form name", titles have bars, and both may have
 * colons of their own. A colon in a time or an address parts nothing.
 */
export const formParts = (name: string): string[] =>
  name
    .slice(-500)
    .split(/:(?!\/\/)(?!\d)|\s[|•·»]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** HubSpot calls a meeting that was booked through a link "Meetings Link: name/slug"; the slug is anybody's. */
const BOOKED = /^\s*meetings? link\s*:/i;

function judged(parts: readonly string[]): Said {
  const texts = parts.map(wordsOf);
  const own = texts.at(-1);
  if (own === undefined) return null;
  const before = texts.slice(0, -1);
  const said = saidBy(own);
  const kind = kindOf(before.at(-1) ?? []);
  if (said === 'sales') {
    // "Support: Request a callback" is support's; "Support: Request a quote" is not.
    if (!namesWhatTheyWant(own) && before.some(isNothing)) return 'neither';
    // "Webinar: Book a demo" may be a form on a page; "Webinar: Book more demos" is a webinar.
    return kind !== null && rest(own, [...REQUEST, 'filler']).length > 0 ? kind : 'sales';
  }
  if (said !== null) return said;
  const topic = topicOf(own);
  if (topic !== null && kind !== null) return kind;
  if (topic === 'sales') return 'sales';
  for (const text of before.toReversed()) {
    const told = saidBy(text);
    // A page about prices asks for nothing; one that asks for a demo does, where its form is just "Form 12".
    if (told !== null) return told;
  }
  return topic === null ? null : 'sales';
}

/** What a form's name says; null where it says nothing that we know, or no more than that they got in touch. */
export function formKind(name: string): FormKind | null {
  if (BOOKED.test(name)) return 'sales';
  const said = judged(formParts(name));
  return said === 'neither' ? null : said;
}

/**
 * The words that tell what a form is for: its own name, or where that says nothing the title before it; all of them where
 * none is known. null where it is for service, or for being in touch.
 */
export function tellingPart(name: string): string | null {
  for (const part of formParts(name).toReversed()) {
    const words = wordsOf(part);
    const said = saidBy(words);
    if (said === 'neither') return null;
    if (said !== null || topicOf(words) !== null) return part;
  }
  return name;
}

/** Whether the words of a call's own record say that they asked for a salesperson, an offer or a talk with sales. */
export const asksForSales = (said: string): boolean =>
  said.split(/[,;]/).some((part) => formKind(part) === 'sales');
