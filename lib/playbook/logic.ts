// Kleene's three-valued logic over rules: unknown stays unknown until an answer settles it.
import type { AnswerValue, Truth } from './answer';
import type { Known } from './known';
import { group, isAtom, isNot, isUnless } from './rules';
import type { Atom, Rule } from './schema';

const truth = (value: boolean): Truth => (value ? 'yes' : 'no');

/**
 * What a test says of a value. A value that the test can't be put to (a text for `atLeast`) is unknown, never no.
 * `between` includes both ends; `before` and `after` exclude the day itself.
 */
export function testAtom(atom: Atom, value: AnswerValue | undefined): Truth {
  if (value === undefined) return 'unknown';
  if ('is' in atom) return typeof atom.is === typeof value ? truth(atom.is === value) : 'unknown';
  if ('oneOf' in atom) {
    const comparable = atom.oneOf.filter((one) => typeof one === typeof value);
    return comparable.length > 0 ? truth(comparable.includes(value)) : 'unknown';
  }
  if ('before' in atom) return typeof value === 'string' ? truth(value < atom.before) : 'unknown';
  if ('after' in atom) return typeof value === 'string' ? truth(value > atom.after) : 'unknown';
  if (typeof value !== 'number') return 'unknown';
  if ('atLeast' in atom) return truth(value >= atom.atLeast);
  if ('atMost' in atom) return truth(value <= atom.atMost);
  const [low, high] = atom.between;
  return truth(value >= low && value <= high);
}

/**
 * What a rule says of the known answers. An answer that was unknown and becomes known can settle a rule, and never turns
 * a no round; nor a yes, but for one that rests on an `unless` of which nothing was known. `any` with a yes in it is yes,
 * whatever else is unknown; `all` with a no is no.
 */
export function truthOf(rule: Rule, known: Known): Truth {
  if (isAtom(rule)) return testAtom(rule, known.get(rule.criterion));
  if (isNot(rule)) {
    const inner = truthOf(rule.not, known);
    if (inner === 'unknown') return 'unknown';
    return inner === 'yes' ? 'no' : 'yes';
  }
  if (isUnless(rule)) return truthOf(rule.unless, known) === 'yes' ? 'no' : 'yes';
  const { need, of } = group(rule);
  let yes = 0;
  let open = 0;
  for (const part of of) {
    const value = truthOf(part, known);
    if (value === 'yes') yes++;
    else if (value === 'unknown') open++;
  }
  if (yes >= need) return 'yes';
  return yes + open < need ? 'no' : 'unknown';
}
