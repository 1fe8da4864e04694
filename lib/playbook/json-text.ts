// The text of a playbook's file, looked through before it is read: how deep, how much, and no key twice.
import { BUDGETS } from './budgets';

const NESTING = 40;
const whole = (value: number): string => value.toLocaleString('en-US');

/** Where a text that begins at `from` with a quotation mark ends, the mark included; the end where it never does. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"') return at + 1;
  }
  return text.length;
}

/** A key as it is meant: one written with \u0061 is the same as one written with a. */
function keyOf(raw: string): string {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    return `${JSON.parse(raw)}`;
  } catch {
    return raw;
  }
}

/**
 * Why a text can't be a playbook's, in a sentence; null where it may be. It looks at each character once, keeps nothing
 * but the keys of what is open, and says nothing of JSON's grammar, which JSON.parse knows.
 */
export function unreadable(text: string): string | null {
  if (text.length > BUDGETS.characters)
    return `The file: has ${whole(text.length)} characters; ${whole(BUDGETS.characters)} is the most`;
  /** The keys of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let values = 1;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfText(text, at);
      const keys = open.at(-1);
      const colon = keys && /^\s*:/.test(text.slice(end, end + 20));
      if (colon) {
        const key = keyOf(text.slice(at, end));
        if (keys.has(key)) {
          const line = text.slice(0, at).split('\n').length;
          return `The file, line ${line}: has "${key.slice(0, 60)}" twice in one place; JSON would keep only the last`;
        }
        keys.add(key);
      }
      at = end;
      continue;
    }
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      if (open.length > NESTING) return 'The file: is nested too deeply to be a playbook';
      values++;
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') values++;
    if (values > 2 * BUDGETS.values)
      return `The file: holds more than ${whole(BUDGETS.values)} entries and values; no playbook needs as many`;
    at++;
  }
  return null;
}
