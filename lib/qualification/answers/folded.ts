// Text made ready for comparing, once for each fact and each rule: a key press changes neither.
import type { Fact } from '@/lib/record/snapshot';

/** As two spellings of one answer are compared: compatible forms, small letters, no blanks around. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Makes something of an object once; it is kept as long as the object is. */
export function onceFor<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const kept = new WeakMap<From, { made: To }>();
  return (from) => {
    const before = kept.get(from);
    if (before) return before.made;
    const made = make(from);
    kept.set(from, { made });
    return made;
  };
}

/** The value of a fact, folded. */
export const foldedValue = onceFor((fact: Fact): string => fold(String(fact.value)));

/**
 * Folded for phrases: every run of blanks is one, what joins two words is one too ("decision-maker", DECISION_MAKER),
 * and Latin letters stand without their accents.
 */
const line = (text: string): string =>
  fold(text)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .replace(/(?<=[\p{L}\p{N}])[-_\u2010\u2011](?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ');

type Words = { text: string; starts: ReadonlyMap<string, readonly number[]>; found: Map<string, boolean> };

const WORD = /[\p{L}\p{N}]+/gu;
const endsInWord = /[\p{L}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{N}]/u;

/** The text of a fact with its words and where each of them begins. */
const wordsOf = onceFor((fact: Fact): Words => {
  const text = line(`${String(fact.value)}\n${fact.text ?? ''}`);
  const starts = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const own = starts.get(word);
    if (own) own.push(index);
    else starts.set(word, [index]);
  }
  return { text, starts, found: new Map() };
});

/** Nothing that belongs to a word stands directly before or behind. */
function alone(text: string, from: number, to: number): boolean {
  // Two code units: a letter may take both.
  return (
    !endsInWord.test(text.slice(Math.max(0, from - 2), from)) && !beginsWithWord.test(text.slice(to, to + 2))
  );
}

function holds({ text, starts }: Words, phrase: string): boolean {
  // A phrase of blanks is no phrase.
  if (phrase === '') return false;
  // A word of the phrase can only be the whole of a word of the text: only where its rarest one stands is looked.
  let rarest: { at: number; places: readonly number[] } | null = null;
  for (const { 0: word, index } of phrase.matchAll(WORD)) {
    const places = starts.get(word);
    if (places === undefined) return false;
    if (rarest === null || places.length < rarest.places.length) rarest = { at: index, places };
  }
  if (rarest !== null) {
    const { at, places } = rarest;
    return places.some(
      (place) =>
        text.startsWith(phrase, place - at) &&
        place >= at &&
        alone(text, place - at, place - at + phrase.length),
    );
  }
  // Signs alone: "++", "€".
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (alone(text, at, at + phrase.length)) return true;
    if (at === text.length) return false;
  }
  return false;
}

const foldedPhrases = onceFor((phrases: readonly string[]): readonly string[] => phrases.map(line));

/**
 * Whether the fact's text holds one of the phrases, as whole words and in any case: "vp" is in "VP, Operations" and not
 * in "MVP", "decision maker" in "Decision-maker". The text is folded once, and a phrase is looked for once in it, whoever asks.
 */
export function mentionsAny(fact: Fact, phrases: readonly string[]): boolean {
  const words = wordsOf(fact);
  return foldedPhrases(phrases).some((phrase) => {
    const before = words.found.get(phrase);
    if (before !== undefined) return before;
    const now = holds(words, phrase);
    words.found.set(phrase, now);
    return now;
  });
}
