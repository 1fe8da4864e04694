// From an unknown document (a file, a URL, a CRM's field) to a playbook, or to what is wrong with it in plain words.
import * as v from 'valibot';
import { lint } from './lint';
import { describeIssue } from './problem-place';
import { type Playbook, PlaybookSchema } from './schema';

export type Parsed = { ok: true; playbook: Playbook } | { ok: false; problems: string[] };

/** Deeper than any playbook with sound rules; checked first, because the schema itself descends by recursion. */
const NESTING = 40;
/** More than this says no more to a person, and a hostile document could have a million. */
const PROBLEMS = 50;
/** Of one problem: it may name what stands there, which may be a megabyte. */
const LENGTH = 400;

const cut = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text);

function tooDeep(input: unknown): boolean {
  let layer: unknown[] = [input];
  for (let depth = 0; depth <= NESTING; depth++) {
    // Each once: what is referred to from two places would double at every level.
    const nodes = new Set(layer.filter((one) => typeof one === 'object' && one !== null));
    layer = [...nodes].flatMap((one) => Object.values(one ?? {}));
    if (nodes.size === 0) return false;
  }
  return true;
}

/**
 * Reads a playbook. `problems` are sentences that name the place ("Criterion 3 (budget), option 2, label: is missing");
 * they cover the document's shape first and, where that is right, the errors of lint. Never throws.
 */
export function parsePlaybook(input: unknown): Parsed {
  if (tooDeep(input)) return { ok: false, problems: ['The document: is nested too deeply to be a playbook'] };
  const result = v.safeParse(PlaybookSchema, input);
  if (!result.success) {
    const problems = new Set(result.issues.flatMap((issue) => describeIssue(issue)));
    return { ok: false, problems: [...problems].slice(0, PROBLEMS).map(cut) };
  }
  const errors = lint(result.output).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { ok: true, playbook: result.output };
  return {
    ok: false,
    problems: errors.slice(0, PROBLEMS).map(({ where, text }) => cut(`${where}: ${text}`)),
  };
}
