// What the schema finds wrong, told with its place in words: "Criterion 3 (budget), option 2, label: is missing".
import * as v from 'valibot';
import { ruleProblems } from './rule-problem';

/** Names of the lists in the singular. */
const ONE: ReadonlyMap<string, string> = new Map([
  ['stages', 'Stage'],
  ['outcomes', 'Outcome'],
  ['criteria', 'Criterion'],
  ['flags', 'Flag'],
  ['scales', 'Scale'],
  ['labels', 'Label'],
  ['levels', 'Level'],
  ['sources', 'Source'],
  ['steps', 'Step'],
  ['content', 'Content'],
  ['options', 'option'],
  ['reasons', 'reason'],
  ['bands', 'band'],
  ['evidence', 'evidence'],
  ['of', 'part'],
]);

/** A key on the way to a value, and what stands there. */
export type Step = { key: unknown; value: unknown };

const Named = v.object({ id: v.string() });

function inWords(path: readonly Step[]): string {
  const parts: string[] = [];
  for (const { key, value } of path) {
    if (typeof key === 'number') {
      const list = parts.pop() ?? 'item';
      const named = v.safeParse(Named, value);
      const id = named.success ? ` (${named.output.id.slice(0, 40)})` : '';
      parts.push(`${ONE.get(list) ?? list} ${key + 1}${id}`);
    } else parts.push(String(key));
  }
  return parts.join(', ') || 'The document';
}

/** Characters of what stands there that are told. */
const SHOWN = 80;

/** valibot's message without the part that repeats its own kind: `Invalid type: Expected string but received 3`. */
function why(issue: v.BaseIssue<unknown>): string {
  // What is wanted stands behind it, and must be seen.
  const received = issue.received.length > SHOWN ? `${issue.received.slice(0, SHOWN)}…` : issue.received;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `has ${received}, which a playbook doesn't know there`;
  if (issue.received === 'undefined') return 'is missing';
  switch (issue.type) {
    case 'min_length':
      return `is too short (${issue.expected} wanted)`;
    case 'max_length':
      return `is too long (${issue.expected} wanted)`;
    case 'regex':
      return `is ${received}, which isn't of the form ${issue.expected}`;
    default:
      return `is ${received}${issue.expected ? `, where ${issue.expected} is wanted` : ", which can't be"}`;
  }
}

/**
 * Sentences for one thing that the schema found; several for a rule, whose parts are looked at one by one. `above`: the
 * way to what the schema was put to.
 */
export function describeIssue(issue: v.BaseIssue<unknown>, above: readonly Step[] = []): string[] {
  const path = [...above, ...(issue.path ?? []).map(({ key, value }): Step => ({ key, value }))];
  const rule = path.findIndex(({ key }) => key === 'rule');
  if (rule >= 0) {
    const value = path[rule]?.value;
    const where = inWords(path.slice(0, rule + 1));
    if (value === undefined) return [`${where}: is missing`];
    const found = ruleProblems(value, where);
    return found.length > 0 ? found : [`${where}: is not a rule`];
  }
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const words = inWords(unknownKey ? path.slice(0, -1) : path);
  return [`${words}: ${why(issue)}`];
}
