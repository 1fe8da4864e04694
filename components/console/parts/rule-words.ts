// A playbook's rules in plain words, as a tree that a page can show as nested lists.
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Atom, Criterion, Playbook, Rule } from '@/lib/playbook/schema';
import { dayInWords, valueInWords } from '@/lib/playbook/words';

/** One line of a rule, with the lines below it. A leaf has none. */
export type RuleLine = { text: string; parts: RuleLine[] };

/**
 * Puts a rule into words: labels for criteria, option labels for ids, "All of", "Any of", "At least 2 of".
 * A criterion or option that the playbook doesn't define is named by its id, so that the mistake can be found.
 */
export function ruleWords(rule: Rule, playbook: Playbook): RuleLine {
  const lines = (rules: Rule[]) => rules.map((part) => ruleWords(part, playbook));
  if ('criterion' in rule) return { text: atomWords(rule, playbook), parts: [] };
  if ('not' in rule) return { text: 'This does not hold', parts: lines([rule.not]) };
  if ('unless' in rule) return { text: 'Unless this is known to hold', parts: lines([rule.unless]) };
  if ('of' in rule) return { text: countWords(rule.atLeast, rule.of.length), parts: lines(rule.of) };
  const rules = 'all' in rule ? rule.all : rule.any;
  const [only] = rules;
  if (!only) return { text: 'all' in rule ? 'Always' : 'Never', parts: [] };
  if (rules.length === 1) return ruleWords(only, playbook);
  return { text: 'all' in rule ? 'All of these' : 'Any one of these', parts: lines(rules) };
}

function countWords(count: number, total: number): string {
  return count === 0 ? 'Always' : `At least ${count} of these ${total}`;
}

function atomWords(atom: Atom, playbook: Playbook): string {
  const criterion = playbook.criteria.find((known) => known.id === atom.criterion);
  const name = criterion?.label ?? atom.criterion;
  const unit = criterion?.unit ? ` ${criterion.unit}` : '';
  if ('is' in atom) return `${name}: ${valueWords(atom.is, criterion)}`;
  if ('oneOf' in atom) {
    return `${name}: ${orList(atom.oneOf.map((value) => valueWords(value, criterion)))}`;
  }
  if ('atLeast' in atom) return `${name}: at least ${atom.atLeast}${unit}`;
  if ('atMost' in atom) return `${name}: at most ${atom.atMost}${unit}`;
  if ('between' in atom) return `${name}: from ${atom.between[0]} to ${atom.between[1]}${unit}`;
  if ('before' in atom) return `${name}: before ${dayInWords(atom.before)}`;
  return `${name}: after ${dayInWords(atom.after)}`;
}

/** An answer's value in the middle of a line: "yes", an option's label, a number with its unit, a day. */
export function valueWords(value: AnswerValue, criterion: Criterion | undefined): string {
  if (!criterion) return String(value);
  const words = valueInWords(criterion, value);
  return criterion.kind === 'yesno' ? words.toLowerCase() : words;
}

/** "a", "a or b", "a, b or c". */
export function orList(words: string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
