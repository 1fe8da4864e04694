// Text of whole characters: a JavaScript string may hold half of one, which no address and no key can be made with.
import * as v from 'valibot';

/** Surrogates that stand alone; with the u flag, pairs are one character and don't match. */
const HALF = /\p{Cs}/u;
const HALVES = /\p{Cs}/gu;

/** The text with U+FFFD for each half character, as an encoder to UTF-8 would write it. */
export const madeWhole = (text: string): string => text.replace(HALVES, '\uFFFD');

export const isWhole = (text: string): boolean => !HALF.test(text);

/** A name that gets into keys and addresses. */
export const WholeTextSchema = v.pipe(v.string(), v.check(isWhole));
