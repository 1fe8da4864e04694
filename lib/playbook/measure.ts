// How large a document is, counted before anything is read into it: a refusal must cost no more than a look.
import { BUDGETS } from './budgets';

/** Deeper than any playbook with sound rules; checked first, because the schema itself descends by recursion. */
const NESTING = 40;
/** No list of a playbook is longer, no text of one either, and no entry has more keys. */
const LIST = 300;
const TEXT = 600;
const KEYS = 60;

const whole = (value: number): string => value.toLocaleString('en-US');

type Spot = { value: unknown; depth: number; key: string | number; above: Spot | null };

/** "criteria, 3, label": the way to a value, as it would be looked up, of which the ends are told where it is long. */
function placeOf(spot: Spot): string {
  const keys: string[] = [];
  for (let at: Spot | null = spot; at !== null && at.above !== null; at = at.above)
    keys.unshift(typeof at.key === 'number' ? String(at.key + 1) : at.key.slice(0, 60));
  const parts = keys.length > 10 ? [...keys.slice(0, 5), '…', ...keys.slice(-4)] : keys;
  return parts.join(', ') || 'The document';
}

/** What the value at one place is too much of by itself; null where nothing is. */
function excess(value: unknown): string | null {
  if (typeof value === 'string' && value.length > TEXT)
    return `is too long (a text of ${whole(value.length)} characters; ${TEXT} is the most)`;
  if (Array.isArray(value) && value.length > LIST)
    return `is too long (a list of ${whole(value.length)}; ${LIST} is the most)`;
  return null;
}

/**
 * Why a document is too large or too deep to be looked at further, in a sentence with its place; null where it isn't.
 * Stops at the first reason, and after as many values as a playbook may have, so that it takes the same time for any
 * document. What is referred to from two places counts twice.
 */
export function tooMuch(input: unknown): string | null {
  let values = 0;
  let characters = 0;
  const open: Spot[] = [{ value: input, depth: 0, key: '', above: null }];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    const { value, depth } = spot;
    values++;
    if (depth > NESTING) return 'The document: is nested too deeply to be a playbook';
    if (values > BUDGETS.values)
      return `The document: holds more than ${whole(BUDGETS.values)} entries and values; no playbook needs as many`;
    const odd = excess(value);
    if (odd !== null) return `${placeOf(spot)}: ${odd}`;
    characters += typeof value === 'string' ? value.length : 1;
    if (typeof value === 'object' && value !== null) {
      const before = open.length;
      // Not all keys at once: an object may have a million.
      for (const key in value) {
        if (!Object.hasOwn(value, key)) continue;
        if (!Array.isArray(value) && open.length - before >= KEYS)
          return `${placeOf(spot)}: has more than ${KEYS} keys`;
        characters += key.length;
        const inner: unknown = Reflect.get(value, key);
        open.push({
          value: inner,
          depth: depth + 1,
          key: Array.isArray(value) ? Number(key) : key,
          above: spot,
        });
      }
    }
    if (characters > BUDGETS.characters)
      return `The document: is longer than ${whole(BUDGETS.characters)} characters, which is the most`;
  }
  return null;
}
