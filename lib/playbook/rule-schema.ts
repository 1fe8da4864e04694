// What a rule may be: tests on single answers, joined by five operators and nothing else.
import * as v from 'valibot';

/** The id of anything inside a playbook. */
export const id = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

/** JSON reads 1e999 as infinity, and can't write it: what a file can't hold has no fingerprint of its own. */
export const finite = v.pipe(v.number(), v.finite());

/** A text or number to compare with. */
export const scalar = v.union([v.pipe(v.string(), v.maxLength(200)), finite]);

/** A condition on one criterion's answer. Dates are ISO days (YYYY-MM-DD); yes and no are the strings 'yes', 'no'. */
export const AtomSchema = v.union([
  v.strictObject({ criterion: id, is: scalar }),
  v.strictObject({ criterion: id, oneOf: v.pipe(v.array(scalar), v.minLength(1), v.maxLength(40)) }),
  v.strictObject({ criterion: id, atLeast: finite }),
  v.strictObject({ criterion: id, atMost: finite }),
  v.strictObject({ criterion: id, between: v.strictTuple([finite, finite]) }),
  v.strictObject({ criterion: id, before: v.pipe(v.string(), v.isoDate()) }),
  v.strictObject({ criterion: id, after: v.pipe(v.string(), v.isoDate()) }),
]);
export type Atom = v.InferOutput<typeof AtomSchema>;

/**
 * Three-valued rules. `all` of nothing is yes, `any` of nothing is no. `unless` holds until the rule in it is known to be
 * yes: unknown counts as not said. Depth is held by lint, and that no `unless` stands in a `not` or in another.
 */
export type Rule =
  | Atom
  | { all: Rule[] }
  | { any: Rule[] }
  | { atLeast: number; of: Rule[] }
  | { not: Rule }
  | { unless: Rule };

const inner: v.GenericSchema<Rule> = v.lazy(() => RuleSchema);
const parts = v.pipe(v.array(inner), v.maxLength(40));

export const RuleSchema: v.GenericSchema<Rule> = v.union([
  v.strictObject({ all: parts }),
  v.strictObject({ any: parts }),
  v.strictObject({ atLeast: v.pipe(v.number(), v.integer(), v.minValue(0)), of: parts }),
  v.strictObject({ not: inner }),
  v.strictObject({ unless: inner }),
  AtomSchema,
]);
