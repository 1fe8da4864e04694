// From an unknown document (a file, a URL, a CRM's field) to a playbook, or to what is wrong with it in plain words.
import * as v from 'valibot';
import { unreadable } from './json-text';
import { lint } from './lint';
import { tooMuch } from './measure';
import { describeIssue, type Step } from './problem-place';
import { type Playbook, PlaybookSchema } from './schema';

export type Parsed = { ok: true; playbook: Playbook } | { ok: false; problems: string[] };

/** More than this says no more to a person, and a hostile document could have a million. */
const PROBLEMS = 50;
/** Of one problem: it may name what stands there, which may be a megabyte. */
const LENGTH = 400;

const cut = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text);
const refused = (...problems: string[]): Parsed => ({ ok: false, problems: problems.map(cut) });

/** What one entry of each list may be. Made only when something is wrong, so that pages without it don't carry the schema. */
function itemsOf({ entries }: typeof PlaybookSchema): ReadonlyMap<string, v.GenericSchema> {
  return new Map<string, v.GenericSchema>([
    ['sources', entries.sources.item],
    ['levels', entries.levels.item],
    ['stages', entries.stages.item],
    ['outcomes', entries.outcomes.item],
    ['criteria', entries.criteria.item],
    ['flags', entries.flags.item],
    ['scales', entries.scales.item],
    ['labels', entries.labels.item],
    ['steps', entries.steps.wrapped.item],
    ['content', entries.content.wrapped.item],
  ]);
}

/** The first thing that is wrong with a value. The schema stops there: a list of all may be as large as the document. */
function firstIn(schema: v.GenericSchema, value: unknown, above: readonly Step[]): string[] {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? [] : describeIssue(result.issues[0], above);
}

/** What is wrong with each entry of each list, and with the rest, one after the other: who has enough stops asking. */
function* shapeProblems(input: object): Generator<string> {
  const { entries } = PlaybookSchema;
  const items = itemsOf(PlaybookSchema);
  const own = new Map<string, unknown>(Object.entries(input));
  for (const [key, schema] of Object.entries(entries)) {
    const value = own.get(key);
    const item = items.get(key);
    const above = [{ key, value }];
    let sound = true;
    if (item && Array.isArray(value))
      for (const [index, one] of value.entries())
        for (const problem of firstIn(item, one, [...above, { key: index, value: one }])) {
          sound = false;
          yield problem;
        }
    if (sound) yield* firstIn(schema, value, above);
  }
  const more = [...own].filter(([key]) => !Object.hasOwn(entries, key));
  yield* firstIn(v.strictObject({}), Object.fromEntries(more), []);
  yield* firstIn(PlaybookSchema, input, []);
}

function shapeOf(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return firstIn(PlaybookSchema, input, []);
  const problems = new Set<string>();
  for (const problem of shapeProblems(input)) {
    problems.add(problem);
    if (problems.size === PROBLEMS) break;
  }
  return [...problems];
}

/**
 * Reads a playbook. `problems` are sentences that name the place ("Criterion 3 (budget), option 2, label: is missing").
 * Size and depth come first and by themselves; then the shape, where each entry of a list tells its first problem; then
 * the errors of lint. Never throws.
 */
export function parsePlaybook(input: unknown): Parsed {
  const odd = tooMuch(input);
  if (odd !== null) return refused(odd);
  const result = v.safeParse(PlaybookSchema, input, { abortEarly: true });
  if (!result.success) return refused(...shapeOf(input));
  const errors = lint(result.output).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { ok: true, playbook: result.output };
  return refused(...errors.slice(0, PROBLEMS).map(({ where, text }) => `${where}: ${text}`));
}

/** The same for the text of a file, whose size and depth are looked at before JSON makes anything of it. Never throws. */
export function parsePlaybookText(text: string): Parsed {
  const odd = unreadable(text);
  if (odd !== null) return refused(odd);
  // A byte order mark is no part of the document.
  const { document, why } = fromJson(text.replace(/^\uFEFF/, ''));
  return why === null ? parsePlaybook(document) : refused(`The file: is not JSON (${why})`);
}

/** `why` not, in the engine's words; null where it could be read. */
function fromJson(text: string): { document: unknown; why: string | null } {
  try {
    return { document: JSON.parse(text), why: null };
  } catch (error) {
    return { document: null, why: error instanceof Error ? error.message : "it can't be read" };
  }
}
